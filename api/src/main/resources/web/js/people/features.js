import { dot, largest, smallest } from '../bars.js';
import { byId, emptyState, h, show } from '../dom.js';
import { known, number, orDash, percent } from '../format.js';
import { category, t, word } from '../i18n.js';
import { Panel } from './panel.js';

const FIRST = 15;

/** What a brand's people favour: TGI with its interval, against a base that is named. */
export class Features {
  #panel;
  #told;
  #all = false;
  #dropped = false;

  /** `told(base)` hears of the base population. */
  constructor(failed, told) {
    this.#panel = new Panel('features', '/api/v1/audience/features', failed);
    this.#told = told;
    byId('feature-kind').addEventListener('change', () => this.#panel.rows.length && this.#show());
  }

  load(query, brand) {
    this.#all = false;
    return this.#panel.load(query, t('featuresEmpty', { brand }), () => {
      this.#told(this.#panel.rows[0].base);
      this.#kinds();
      this.#show();
    });
  }

  #kinds() {
    const select = byId('feature-kind');
    const before = select.value;
    const kinds = [...new Set(this.#panel.rows.map((row) => row.kind))];
    show(select, h('option', { value: '' }, t('allKinds')),
      kinds.map((kind) => h('option', { value: kind }, word('f', kind))));
    select.value = kinds.includes(before) ? before : '';
  }

  #show() {
    const kind = byId('feature-kind').value;
    const ofKind = this.#panel.rows.filter((row) => !kind || row.kind === kind);
    const dropped = ofKind.filter((row) => !row.kept).length;
    const wanted = this.#dropped ? ofKind : ofKind.filter((row) => row.kept);
    const rows = this.#all ? wanted : wanted.slice(0, FIRST);
    const { base } = this.#panel.rows[0];
    const axis = {
      min: Math.min(50, smallest(rows.map((row) => row.tgiLow), 50)),
      max: Math.max(200, largest(rows.flatMap((row) => [row.tgi, row.tgiHigh]), 200)),
      reference: 100,
      log: true,
    };
    show(this.#panel.box,
      h('p', { class: 'note' }, base.text),
      rows.length === 0 ? emptyState(t('allDropped')) : this.#table(rows, axis, base),
      wanted.length > rows.length ? h('button', {
        type: 'button', class: 'quiet', on: { click: () => this.#more() },
      }, t('more', { n: number(wanted.length - rows.length) })) : null,
      dropped === 0 ? null : h('label', { class: 'check' },
        h('input', {
          type: 'checkbox',
          checked: this.#dropped,
          on: {
            change: (event) => {
              this.#dropped = event.target.checked;
              this.#show();
              this.#panel.box.querySelector('.check input')?.focus();
            },
          },
        }), t('showDropped', { n: number(dropped) })));
  }

  #more() {
    this.#all = true;
    this.#show();
    this.#panel.box.querySelectorAll('[data-testid=tgi-row]')[FIRST]?.focus();
  }

  #table(rows, axis, base) {
    return h('table', { class: 'rows tgi-rows' },
      h('thead', {}, h('tr', {},
        h('th', { scope: 'col' }, t('colFeature')),
        h('th', { scope: 'col', title: t('tipTgi') }, t('colTgiInterval')),
        h('th', { scope: 'col', class: 'num', title: t('tipCoverage') }, t('colCoverage')),
        h('th', { scope: 'col', class: 'num', title: t('tipBaseShare') }, t('colBaseShare')),
        h('th', { scope: 'col', class: 'num', title: t('tipConcentration') },
          t('colConcentration')),
        h('th', { scope: 'col', class: 'num', title: t('tipUsers') }, t('colUsers')))),
      h('tbody', {}, rows.map((row) => line(row, axis, base))));
  }
}

function line(row, axis, base) {
  const name = row.kind === 'category' ? category(row.name) : row.name;
  return h('tr', {
    class: row.kept ? 'line still' : 'line still dropped',
    'data-testid': 'tgi-row',
    'data-key': row.feature,
    tabindex: '-1',
  },
  h('td', { class: 'name' }, name,
    h('small', {}, word('f', row.kind), row.reason ? ` · ${row.reason.text}` : null)),
  h('td', { class: 'measure', 'data-label': t('colTgiInterval') },
    h('span', { class: 'figures', title: test(row) },
      h('b', {}, orDash(number(row.tgi))),
      known(row.tgiLow) && known(row.tgiHigh)
        ? h('small', {}, `${number(row.tgiLow)}–${number(row.tgiHigh)}`) : null),
    dot(row.tgiLow, row.tgi, row.tgiHigh, axis)),
  h('td', { class: 'num', 'data-label': t('colCoverage') }, orDash(percent(row.coverage))),
  h('td', { class: 'num', 'data-label': t('colBaseShare') },
    orDash(base.users > 0 ? percent(row.users / base.users) : null)),
  h('td', { class: 'num', 'data-label': t('colConcentration') },
    orDash(percent(row.concentration))),
  h('td', { class: 'num', 'data-label': t('colUsers') },
    orDash(number(row.taUsers)), ' / ', orDash(number(row.users))));
}

function test(row) {
  const p = !known(row.p) ? '—' : row.p < 0.0001 ? '< 0.0001' : number(row.p, 4);
  return `z ${number(row.z, 1) ?? '—'} · p ${p}`;
}
