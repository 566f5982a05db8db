import { h, show } from '../dom.js';
import { number, percent } from '../format.js';
import { t, word } from '../i18n.js';
import { Panel } from './panel.js';

/** Whom each diffusion direction reaches, alone and together with each other one. */
export class Directions {
  #panel;

  constructor(failed) {
    this.#panel = new Panel('directions', '/api/v1/audience/overlaps', failed);
  }

  load(query, brand) {
    return this.#panel.load(query, t('directionsEmpty', { brand }), () => this.#render());
  }

  #render() {
    const { rows } = this.#panel;
    const { audience, universe } = rows[0];
    show(this.#panel.box,
      h('p', { class: 'note' }, t('directionsBase', {
        audience: number(audience), universe: number(universe),
      })),
      h('div', { class: 'pair' },
        h('div', {}, h('h3', {}, t('reachTitle')),
          h('p', { class: 'legend' },
            h('span', { class: 'key alone' }, t('alone')),
            h('span', { class: 'key shared' }, t('shared'))),
          h('ul', { class: 'reach' }, rows.map((row) => reach(row, audience)))),
        h('div', {}, h('h3', {}, t('overlapTitle')),
          h('p', { class: 'lead' }, t('overlapLead')), overlaps(rows))));
  }
}

function reach(row, audience) {
  const part = (users) => `${audience > 0 ? (users / audience) * 100 : 0}%`;
  return h('li', { 'data-testid': 'direction-row', 'data-key': row.direction },
    h('span', { class: 'who', title: word('dTip', row.direction) }, word('d', row.direction)),
    h('span', { class: 'tube', 'aria-hidden': 'true' },
      h('span', { class: 'fill', style: { width: part(row.only) } }),
      h('span', { class: 'fill pale', style: { width: part(row.users - row.only) } })),
    h('span', { class: 'figures' },
      h('b', {}, number(row.users)),
      h('small', {}, t('reachOf', { share: percent(row.share), only: number(row.only) }))));
}

function overlaps(rows) {
  return h('div', {
    class: 'scroll-x', tabindex: '0', role: 'group', 'aria-label': t('overlapTitle'),
  },
  h('table', { class: 'matrix', 'data-testid': 'overlaps' },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('overlapCorner')),
      rows.map((row) => h('th', { scope: 'col', class: 'num' }, word('d', row.direction))))),
    h('tbody', {}, rows.map((row) => h('tr', {},
      h('th', { scope: 'row' }, word('d', row.direction)),
      rows.map((other) => {
        const own = other === row;
        const users = own ? row.users : row.overlaps[other.direction] ?? 0;
        const share = row.users > 0 ? users / row.users : 0;
        return h('td', {
          class: `num ${own ? 'own' : 'met'}`,
          style: { '--shade': own ? 0 : 0.7 * share },
          title: own ? null : t('overlapTip', {
            a: word('d', row.direction), b: word('d', other.direction), share: percent(share),
          }),
        }, number(users), own || row.users === 0 ? null : h('small', {}, percent(share, 0)));
      }))))));
}
