import { getJson } from './api.js';
import { errorState, h } from './dom.js';
import { number, orDash, percent, time } from './format.js';
import { t, word } from './i18n.js';

const FIRST = 3;
const documents = new Map();

function fetchDocument(id) {
  if (!documents.has(id)) {
    const coming = getJson('/api/v1/document', { key: id });
    coming.catch(() => documents.delete(id));
    documents.set(id, coming);
  }
  return documents.get(id);
}

/** Forgets what was fetched, so that corrections show after a refresh. */
export function forgetDocuments() {
  documents.clear();
}

/** Quoted documents of a rising row: the first three at once, the rest on demand. */
export function evidenceList(row) {
  const ids = row.evidence ?? [];
  if (ids.length === 0) {
    return h('p', { class: 'state empty' }, t('noEvidence'));
  }
  const list = h('ol', { class: 'evidence' }, ids.slice(0, FIRST).map((id) => slot(id, row)));
  if (ids.length <= FIRST) {
    return list;
  }
  const rest = h('button', {
    type: 'button',
    class: 'quiet',
    on: {
      click: () => {
        list.append(...ids.slice(FIRST).map((id) => slot(id, row)));
        list.children[FIRST]?.querySelector('article')?.focus();
        rest.remove();
      },
    },
  }, t('more', { n: number(ids.length - FIRST) }));
  return h('div', {}, list, rest);
}

function slot(id, row) {
  const item = h('li', {}, h('div', { class: 'card waiting' }, t('loading')));
  const load = () => fetchDocument(id).then(
    (document) => item.replaceChildren(card(document, row)),
    (error) => item.replaceChildren(errorState(error, load)));
  load();
  return item;
}

function card(document, row) {
  return h('article', {
    class: 'card', 'data-testid': 'evidence-card', 'data-key': document.id, tabindex: '-1',
  },
  h('blockquote', {}, highlighted(document, row)),
  h('footer', {},
    sentimentChip(document.sentiment),
    h('span', {}, orDash(document.source)),
    h('time', { datetime: document.publishedAt }, orDash(time(document.publishedAt))),
    h('code', { title: document.id }, document.id)));
}

/** A chip with the polarity, its confidence in the tooltip. */
export function sentimentChip(sentiment) {
  const polarity = sentiment?.polarity;
  if (!polarity) {
    return h('span', { class: 'chip' }, orDash(null));
  }
  const sure = percent(sentiment.confidence, 0);
  return h('span', {
    class: `chip ${polarity}`,
    title: sure === null ? null : t('confidence', { n: sure }),
  }, word('pol', polarity));
}

/**
 * The text cut at the UTF-16 offsets of its mentions. Offsets outside the text and spans inside
 * another span are passed over. Between mentions the row's own surfaces are marked softly.
 */
function highlighted(document, row) {
  const text = document.text ?? '';
  const spans = [...(document.mentions ?? [])]
    .filter((m) => m.start >= 0 && m.start < m.end && m.end <= text.length)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const parts = [];
  let from = 0;
  for (const mention of spans) {
    if (mention.start >= from) {
      parts.push(...softly(text.slice(from, mention.start), row), mentionMark(text, mention, row));
      from = mention.end;
    }
  }
  parts.push(...softly(text.slice(from), row));
  return parts;
}

function mentionMark(text, mention, row) {
  const polarity = mention.polarity ?? 'uncertain';
  const link = mention.entityId ? mention.entityId === row.key ? 'own' : '' : 'unlinked';
  return h('mark', {
    class: `${polarity} ${link}`,
    title: t('mention', {
      kind: word('mk', mention.kind),
      name: mention.entityId ?? t('unlinked'),
      pol: word('pol', polarity),
    }),
  }, text.slice(mention.start, mention.end));
}

function softly(text, row) {
  const words = [...new Set(row.surfaces ?? [])].filter((s) => s);
  if (!text || words.length === 0) {
    return text ? [text] : [];
  }
  const longestFirst = words.sort((a, b) => b.length - a.length)
    .map((s) => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return text.split(new RegExp(`(${longestFirst.join('|')})`, 'i'))
    .map((part, i) => (i % 2 ? h('b', { class: 'soft' }, part) : part))
    .filter((part) => part !== '');
}
