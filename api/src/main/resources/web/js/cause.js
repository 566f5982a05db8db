import { getJson } from './api.js';
import { errorState, h } from './dom.js';
import { known, number, orDash, percent, ratio } from './format.js';
import { t, word } from './i18n.js';

const PATH = '/api/v1/trends/cause';
const TERMS = 8;

/** What stands behind the talk that matches a query in a window; loads by itself. */
export function causeBlock(query, window, asOf) {
  const box = h('div', { class: 'cause', 'data-testid': 'cause' }, t('loading'));
  const load = () => getJson(PATH, { query, window, asOf, top: TERMS }).then(
    (cause) => box.replaceChildren(...content(cause)),
    (error) => box.replaceChildren(errorState(error, load)));
  load();
  return box;
}

function content(cause) {
  const fact = (name, value) => h('div', {}, h('dt', {}, name), h('dd', {}, value));
  const facts = [
    fact(t('spread'), h('span', { class: 'chip', title: word('spreadTip', cause.spread) },
      word('spread', cause.spread))),
    fact(t('against'), `${number(cause.documents)} / ${orDash(number(cause.before, 1))}`),
    fact(t('reposts'), orDash(percent(cause.reposts, 0))),
    fact(t('suspected'), orDash(percent(cause.suspected, 0))),
    fact(t('mood'), mood(cause)),
  ];
  if (cause.loudest) {
    facts.push(fact(t('loudest'), `${cause.loudest} · ${percent(cause.loudestShare, 0)}`));
  }
  const terms = cause.terms ?? [];
  return [
    h('dl', { class: 'facts' }, facts),
    terms.length === 0 ? null : h('p', { class: 'chips' }, h('span', {}, t('risenTerms')),
      terms.map((term) => h('span', {
        class: 'chip', title: t('termTip', { n: number(term.count), lift: ratio(term.lift) }),
      }, term.name))),
    h('p', { class: 'note' }, t('causeNote')),
  ].filter((part) => part !== null);
}

function mood(cause) {
  const points = (interval) => known(interval?.mid)
    ? `${interval.mid > 0 ? '+' : ''}${percent(interval.mid, 0)}` : orDash(null);
  return [points(cause.sentimentBefore), ' → ', points(cause.sentiment)];
}
