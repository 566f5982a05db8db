import { byId, choice, h, show } from '../dom.js';
import { known, number, orDash, percent, signed, time } from '../format.js';
import { t, word } from '../i18n.js';
import { Panel } from './panel.js';

const DEPTH = ['O', 'A', 'I', 'P', 'L'];

/** The funnel of a brand's people, what moved between two times, and what each state is made of. */
export class States {
  #panel;
  #chosen = 'I';

  constructor(failed) {
    this.#panel = new Panel('states', '/api/v1/audience/assets', failed);
  }

  load(query, brand) {
    return this.#panel.load(query, t('statesEmpty', { brand }), () => this.#render());
  }

  #render() {
    const { rows } = this.#panel;
    const { since, asOf } = rows[0];
    const span = { since: time(since), asOf: time(asOf) };
    show(this.#panel.box,
      h('p', { class: 'note' }, t('statesSpan', span)),
      h('div', { class: 'funnel-and-moves' },
        h('ol', { class: 'funnel' }, funnel(rows)),
        h('div', {}, h('h3', {}, t('movesTitle')),
          h('p', { class: 'lead' }, t('movesLead', span)), moves(rows))),
      h('h3', {}, t('insideTitle')),
      h('p', { class: 'lead' }, t('insideLead')),
      h('fieldset', { class: 'choice', id: 'inside-state' },
        h('legend', {}, t('stateLabel'))),
      h('div', { id: 'inside' }));
    choice(byId('inside-state'), rows.map((row) => row.state), this.#chosen,
      (state) => `${state} ${word('s', state)}`, (state) => {
        this.#chosen = state;
        this.#inside();
      });
    this.#inside();
  }

  #inside() {
    const row = this.#panel.rows.find((r) => r.state === this.#chosen) ?? this.#panel.rows[0];
    const left = Object.entries(row.left ?? {});
    const activations = row.activations ?? [];
    show(byId('inside'), h('div', { class: 'inside' },
      h('div', {}, h('h4', {}, t('evidenceOf')), counts(row.evidence, row.users, 'e')),
      h('div', {}, h('h4', {}, t('channelsOf')), counts(row.channels, row.active, 'c')),
      h('div', {}, h('h4', { title: t('sourcesTip') }, t('sourcesOf')),
        (row.sources ?? []).length === 0 ? h('p', { class: 'note' }, t('noneKnown'))
          : h('ul', { class: 'counted' }, row.sources.map((one) => h('li', {},
            h('span', { class: 'who' }, one.source ?? t('unnamedSource')),
            h('span', {}, h('b', {}, number(one.users)), ' ',
              h('small', {}, t('matched', { share: percent(one.rate) }))))))),
      h('div', {}, h('h4', {}, t('leftOf')), left.length === 0
        ? h('p', { class: 'note' }, t('leftNone'))
        : h('ul', { class: 'counted' }, left.map(([days, users]) => h('li', {},
          h('span', { class: 'who' }, t('withinDays', { n: days })),
          h('b', {}, number(users)))))),
      h('div', { class: 'wide' }, h('h4', {}, t('compositionOf', { n: number(row.active) })),
        (row.composition ?? []).length === 0
          ? h('p', { class: 'note' }, t('compositionNone'))
          : h('ul', { class: 'counted' }, row.composition.map((part) => h('li', {},
            h('span', { class: 'who' }, part.name),
            h('span', {}, h('b', {}, percent(part.share)), ' ',
              h('small', {}, t('tgiOf', {
                n: number(part.tgi), users: number(part.users),
              }))))))),
      activations.length === 0 ? null
        : h('div', { class: 'wide', 'data-testid': 'activations' },
          h('h4', { title: t('activationsTip') }, t('activationsOf')),
          h('ul', { class: 'counted' }, activations.map(activation)))));
  }
}

function funnel(rows) {
  const max = Math.max(1, ...rows.filter((r) => r.state !== 'O').map((r) => r.users));
  return rows.flatMap((row) => {
    const change = row.users - row.before;
    const wide = row.state === 'O' ? 100 : Math.max(1, (row.users / max) * 100);
    const stage = h('li', {
      class: `stage stage-${row.state}`, 'data-testid': 'state-row', 'data-key': row.state,
    },
    h('span', { class: 'who' }, h('b', {}, row.state), ' ', word('s', row.state)),
    h('span', { class: 'tube', 'aria-hidden': 'true' },
      h('span', { class: 'fill', style: { width: `${wide}%` } })),
    h('span', { class: 'figures' },
      h('b', {}, orDash(number(row.users))),
      h('small', { class: tone(row, change) },
        t('before', { n: number(row.before), change: signed(change, 0) }))));
    return row.deepening ? [stage, step(row.deepening)] : [stage];
  });
}

/** A campaign, and how many of those who were in the state then moved, beside those held out. */
function activation(one) {
  const of = (n) => (known(n) ? number(n) : t('fewerThan20'));
  return h('li', { 'data-key': one.campaign },
    h('span', { class: 'who' }, h('b', {}, one.name), ' ',
      h('small', {}, t('activation', {
        at: time(one.createdAt), treated: of(one.treated), heldOut: of(one.heldOut),
        exposed: of(one.exposed),
      }))),
    h('span', {}, one.results.length === 0 ? h('small', {}, t('activationNothing'))
      : one.results.map((row) => h('div', {}, `${row.from} → ${row.to} `,
        moved(row.treated), row.heldOut ? [' / ', moved(row.heldOut)] : null, ' ',
        h('small', {}, word('v', row.verdict))))));
}

function moved(share) {
  return known(share.rate)
    ? h('span', { title: t('movedOf', { n: number(share.moved), of: number(share.persons) }) },
      h('b', {}, percent(share.rate)), ' ',
      h('small', {}, `${percent(share.low)}–${percent(share.high)}`))
    : h('small', {}, t('fewerThan20'));
}

/** More in O is neither good nor bad. */
function tone(row, change) {
  return row.state === 'O' || change === 0 ? '' : change > 0 ? 'gained' : 'fallen';
}

function step({ from, least, users, reached, rate, low, high }) {
  return h('li', { class: 'step', 'data-testid': 'deepening' },
    h('span', { class: 'arrow', 'aria-hidden': 'true' }, '↓'),
    known(rate)
      ? h('span', {}, h('b', {}, percent(rate)), ' ',
        h('small', {}, t('deepening', {
          low: percent(low), high: percent(high), users: number(users), reached: number(reached),
          from, least,
        })))
      : h('small', {}, t('deepeningNone', { from })));
}

function moves(rows) {
  const largest = Math.max(1, ...rows.flatMap((row) =>
    Object.entries(row.to).filter(([to]) => to !== row.state).map(([, users]) => users)));
  return h('div', {
    class: 'scroll-x', tabindex: '0', role: 'group', 'aria-label': t('movesTitle'),
  },
  h('table', { class: 'matrix', 'data-testid': 'moves' },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('movesCorner')),
      DEPTH.map((s) => h('th', { scope: 'col', class: 'num' }, `${s} ${word('s', s)}`)))),
    h('tbody', {}, rows.map((row) => h('tr', {},
      h('th', { scope: 'row' }, `${row.state} ${word('s', row.state)}`),
      DEPTH.map((to) => {
        const users = row.to[to];
        if (!known(users)) {
          return h('td', { class: 'num' }, orDash(null));
        }
        const tone = to === row.state ? 'same'
          : DEPTH.indexOf(to) > DEPTH.indexOf(row.state) ? 'deeper' : 'shallower';
        const shade = users === 0 ? 0 : 0.12 + 0.5 * Math.sqrt(users / largest);
        return h('td', {
          class: `num ${tone}`, style: { '--shade': tone === 'same' ? 0 : Math.min(0.62, shade) },
        }, number(users));
      }))))));
}

function counts(map, of, prefix) {
  const all = Object.entries(map ?? {}).sort((a, b) => b[1] - a[1]);
  if (all.length === 0) {
    return h('p', { class: 'note' }, t('noneKnown'));
  }
  return h('ul', { class: 'counted' }, all.map(([name, users]) => h('li', {},
    h('span', { class: 'who' }, word(prefix, name)),
    h('span', {}, h('b', {}, number(users)), ' ',
      of > 0 ? h('small', {}, percent(users / of)) : null))));
}
