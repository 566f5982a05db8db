import { largest } from '../bars.js';
import { byId, h, show } from '../dom.js';
import { known, number, orDash, percent, ratio } from '../format.js';
import { t } from '../i18n.js';
import { Panel } from './panel.js';

const PATH = '/api/v1/audience/sizes';

/** How much of an audience of a size reached the goal where that could be judged. */
export class Sizes {
  #panel;
  #picked;
  // five in a hundred: the smallest are mostly chance
  #at = 3;

  /** `picked(size)` hears of the size that is looked at. */
  constructor(failed, picked) {
    this.#panel = new Panel('sizes', PATH, failed);
    this.#picked = picked;
  }

  load(query, paths) {
    if (!paths.has(PATH)) {
      this.#panel.say(t('sizesMissing'));
      return Promise.resolve();
    }
    return this.#panel.load(query, t('sizesEmpty'), () => this.#render());
  }

  #render() {
    const { rows } = this.#panel;
    this.#at = Math.min(this.#at, rows.length - 1);
    const max = largest(rows.flatMap((r) => [r.high, r.expected, r.rule, r.base]), 0.01);
    show(this.#panel.box,
      h('div', { class: 'slider' },
        h('label', { for: 'size-slider' }, t('sizeSlider')),
        h('input', {
          type: 'range', id: 'size-slider', min: 0, max: rows.length - 1, step: 1,
          value: this.#at, 'aria-describedby': 'size-said',
          on: {
            input: (event) => {
              this.#at = Number(event.target.value);
              this.#say();
            },
          },
        })),
      h('p', { class: 'said', id: 'size-said', 'aria-live': 'polite' }),
      h('p', { class: 'legend' },
        h('span', { class: 'key expected' }, t('keyExpected')),
        h('span', { class: 'key rule' }, t('keyRule')),
        h('span', { class: 'key base' }, t('keyBase'))),
      h('table', { class: 'rows size-rows' },
        h('thead', {}, h('tr', {},
          h('th', { scope: 'col', class: 'num' }, t('colShareOf')),
          h('th', { scope: 'col', class: 'num' }, t('colSize')),
          h('th', { scope: 'col' }, t('colExpected')),
          h('th', { scope: 'col', class: 'num' }, t('colRule')),
          h('th', { scope: 'col', class: 'num' }, t('colBase')),
          h('th', { scope: 'col', class: 'num', title: t('tipLift') }, t('colLift')))),
        h('tbody', {}, rows.map((row, i) => this.#row(row, i, max)))));
    this.#say();
  }

  #row(row, index, max) {
    const place = (value) => `${Math.min(100, Math.max(0, (value / max) * 100))}%`;
    const mark = (kind, value) => (known(value)
      ? h('span', { class: `at ${kind}`, style: { left: place(value) } }) : null);
    return h('tr', {
      class: 'line', 'data-testid': 'size-row', 'data-key': row.size,
      on: { click: () => this.#pick(index) },
    },
    h('td', { class: 'num', 'data-label': t('colShareOf') }, orDash(percent(row.share))),
    h('td', { class: 'num', 'data-label': t('colSize') }, h('button', {
      type: 'button', class: 'opener plain', on: { click: () => this.#pick(index) },
    }, number(row.size))),
    h('td', { class: 'measure', 'data-label': t('colExpected') },
      h('span', { class: 'figures' }, h('b', {}, orDash(percent(row.expected))),
        known(row.low) && known(row.high)
          ? h('small', {}, `${percent(row.low)}–${percent(row.high)}`) : null),
      h('span', { class: 'track', 'aria-hidden': 'true' },
        known(row.low) && known(row.high) ? h('span', {
          class: 'span', style: { left: place(row.low), width: place(row.high - row.low) },
        }) : null,
        mark('base', row.base), mark('rule', row.rule), mark('expected', row.expected))),
    h('td', { class: 'num', 'data-label': t('colRule') }, orDash(percent(row.rule))),
    h('td', { class: 'num', 'data-label': t('colBase') }, orDash(percent(row.base))),
    h('td', { class: 'num', 'data-label': t('colLift') },
      orDash(row.base > 0 ? ratio(row.expected / row.base) : null)));
  }

  #pick(index) {
    this.#at = index;
    byId('size-slider').value = index;
    this.#say();
  }

  #say() {
    const row = this.#panel.rows[this.#at];
    const people = (share) => (known(share) ? number(Math.round(row.size * share)) : '—');
    byId('size-slider').setAttribute('aria-valuetext', number(row.size));
    byId('size-said').textContent = t('sizeSaid', {
      size: number(row.size), hits: people(row.expected), low: people(row.low),
      high: people(row.high), rule: people(row.rule), base: people(row.base),
    });
    this.#panel.box.querySelectorAll('[data-testid=size-row]').forEach((line, i) =>
      line.classList.toggle('open', i === this.#at));
    this.#picked(row.size);
  }
}
