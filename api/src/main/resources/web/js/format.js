import { h } from './dom.js';
import { language, t } from './i18n.js';

const DAY = 86_400_000;
const SHANGHAI = 8 * 3_600_000;
const cache = new Map();

function once(key, make) {
  const full = `${language()} ${key}`;
  if (!cache.has(full)) {
    cache.set(full, make(language() === 'en' ? 'en-GB' : 'zh-CN'));
  }
  return cache.get(full);
}

function decimals(locale, digits, more = {}) {
  return new Intl.NumberFormat(
    locale, { minimumFractionDigits: digits, maximumFractionDigits: digits, ...more });
}

/** True for a number that may be shown. */
export function known(value) {
  return typeof value === 'number' && Number.isFinite(value);
}

/** A number with `digits` decimals; null for no data. */
export function number(value, digits = 0) {
  return known(value)
    ? once(`n${digits}`, (l) => decimals(l, digits)).format(value)
    : null;
}

/** A large number in short form, such as 12.3万; null for no data. */
export function short(value) {
  return known(value)
    ? once('short', (l) => new Intl.NumberFormat(
      l, { notation: 'compact', maximumFractionDigits: 1 })).format(value)
    : null;
}

/** A share of 0 to 1 as a percentage; null for no data. */
export function percent(value, digits = 1) {
  return known(value)
    ? once(`p${digits}`, (l) => decimals(l, digits, { style: 'percent' })).format(value)
    : null;
}

/** A ratio with enough digits to tell it from 1. */
export function ratio(value) {
  return known(value) ? number(value, value < 10 ? (value < 1 ? 2 : 1) : 0) : null;
}

/** A signed number; null for no data. */
export function signed(value, digits = 2) {
  return known(value)
    ? once(`s${digits}`, (l) => decimals(l, digits, { signDisplay: 'exceptZero' })).format(value)
    : null;
}

/** Text, or a dash that says there is no data. */
export function orDash(text) {
  const none = text === null || text === undefined || text === '';
  return none
    ? h('span', {
      class: 'none', role: 'img', title: t('noData'), 'aria-label': t('noData'),
    }, '—')
    : text;
}

/** An instant as Beijing date and time; null for no data. */
export function time(iso, unit = 'minute') {
  const at = iso ? new Date(iso) : null;
  if (!at || Number.isNaN(at.getTime())) {
    return null;
  }
  const fields = { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' };
  if (unit !== 'day') {
    Object.assign(fields, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  }
  return once(`t${unit}`, (l) => new Intl.DateTimeFormat(l, fields)).format(at);
}

/** How long ago an instant was, in the largest fitting unit; null for no data. */
export function ago(iso, now = Date.now()) {
  const at = iso ? Date.parse(iso) : NaN;
  if (Number.isNaN(at)) {
    return null;
  }
  const past = at - now;
  const [size, unit] = Math.abs(past) >= 2 * DAY ? [DAY, 'day']
    : Math.abs(past) >= 7_200_000 ? [3_600_000, 'hour'] : [60_000, 'minute'];
  return once('ago', (l) => new Intl.RelativeTimeFormat(l, { numeric: 'auto' }))
    .format(Math.round(past / size), unit);
}

/** A `datetime-local` value, read as Beijing time, with its offset; null when blank. */
export function shanghaiIso(local) {
  return local ? `${local.length === 16 ? `${local}:00` : local}+08:00` : null;
}

/** Milliseconds shifted so that a clock in UTC reads Beijing time. */
export function shanghaiClock(iso) {
  return Date.parse(iso) + SHANGHAI;
}

/** The start, in ISO-8601 with offset, of a range of `days` before `end`, on a Beijing midnight. */
export function rangeStart(end, days) {
  const local = Date.parse(end) + SHANGHAI - days * DAY;
  return `${new Date(Math.floor(local / DAY) * DAY).toISOString().slice(0, 19)}+08:00`;
}
