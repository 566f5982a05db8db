import { known } from './format.js';
import { h } from './dom.js';

function at(value, min, max) {
  return `${Math.min(100, Math.max(0, ((value - min) / (max - min || 1)) * 100))}%`;
}

/** A bar from 0 to `value` of `max`, with an optional mark; nothing for no data. */
export function bar(value, max, { mark = null, tone = '' } = {}) {
  if (!known(value)) {
    return null;
  }
  return h('span', { class: `bar ${tone}`, 'aria-hidden': 'true' },
    h('span', { class: 'fill', style: { width: at(value, 0, max) } }),
    known(mark) ? h('span', { class: 'mark', style: { left: at(mark, 0, max) } }) : null);
}

/** A bar with an error line from `low` to `high`. */
export function barWithInterval(value, low, high, max) {
  if (!known(value)) {
    return null;
  }
  return h('span', { class: 'bar', 'aria-hidden': 'true' },
    h('span', { class: 'fill', style: { width: at(value, 0, max) } }),
    whisker(low, high, 0, max));
}

/** A bar, pale from `low` to `value`: the sure part is dark. A line stands at `reference`. */
export function barWithBound(value, low, reference, max) {
  if (!known(value)) {
    return null;
  }
  return h('span', { class: 'bar bound', 'aria-hidden': 'true' },
    h('span', { class: 'fill pale', style: { width: at(value, 0, max) } }),
    known(low) ? h('span', { class: 'fill', style: { width: at(low, 0, max) } }) : null,
    h('span', { class: 'mark', style: { left: at(reference, 0, max) } }));
}

/** A dot with its interval on an axis; a line stands at `reference`. */
export function dot(low, mid, high, { min, max, reference, log = false }) {
  if (!known(mid)) {
    return null;
  }
  const scale = log ? (v) => Math.log(Math.max(v, 1e-6)) : (v) => v;
  const [from, to] = [scale(min), scale(max)];
  const tone = known(low) && low > reference ? 'above'
    : known(high) && high < reference ? 'below' : '';
  return h('span', { class: `dots ${tone}`, 'aria-hidden': 'true' },
    h('span', { class: 'mark', style: { left: at(scale(reference), from, to) } }),
    whisker(known(low) ? scale(low) : null, known(high) ? scale(high) : null, from, to),
    h('span', { class: 'dot', style: { left: at(scale(mid), from, to) } }));
}

function whisker(low, high, min, max) {
  if (!known(low) || !known(high)) {
    return null;
  }
  const left = parseFloat(at(low, min, max));
  const right = parseFloat(at(high, min, max));
  return h('span', { class: 'whisker', style: { left: `${left}%`, width: `${right - left}%` } });
}

/** The largest known value; `otherwise` when there is none. */
export function largest(values, otherwise = 1) {
  const some = values.filter(known);
  return some.length ? Math.max(...some) : otherwise;
}

export function smallest(values, otherwise = 0) {
  const some = values.filter(known);
  return some.length ? Math.min(...some) : otherwise;
}
