import { bar, dot, largest, smallest } from './bars.js';
import { downloadCsv, getRows, Latest } from './api.js';
import { byId, emptyState, h, show, showError, showLoading } from './dom.js';
import { known, number, orDash, percent, ratio, short, signed } from './format.js';
import { category, t, word } from './i18n.js';
import { change, state } from './state.js';

const PATH = '/api/v1/keywords/recommend';
const LABELS = [
  'CONTESTED_ADVANTAGE', 'OPEN_NEUTRAL', 'OWNED', 'RIVAL_OWNED', 'OPEN_WEAK', 'INSUFFICIENT',
];

/** The keyword table, grouped by what to do with the words. */
export class Keywords {
  #latest = new Latest();
  #rows = [];
  #open = new Set();
  #brand = '';
  #nameOf;

  /** `nameOf(id)` gives a brand's name; `failed(error)` hears of a failed download. */
  constructor(nameOf, failed) {
    this.#nameOf = nameOf;
    byId('keywords-top').value = state.top;
    byId('keywords-top').addEventListener('change', (event) => {
      change({ top: event.target.value });
      this.load(this.#brand);
    });
    byId('keywords-filter').addEventListener('input', () => this.#rows.length && this.render());
    byId('keywords-form').addEventListener('submit', (event) => event.preventDefault());
    byId('keywords-csv').addEventListener('click', () =>
      downloadCsv(PATH, this.#query(), `keywords-${this.#brand}.csv`).catch(failed));
  }

  async load(brand) {
    const box = byId('keywords-body');
    this.#brand = brand;
    byId('keywords-csv').disabled = true;
    if (!brand) {
      this.#rows = [];
      show(box, emptyState(t('pickBrand')));
      return;
    }
    showLoading(box);
    try {
      const page = await this.#latest.run((signal) => getRows(PATH, this.#query(), signal));
      if (page) {
        this.#rows = page.rows;
        byId('keywords-csv').disabled = page.rows.length === 0;
        this.#open.clear();
        this.render();
      }
    } catch (error) {
      this.#rows = [];
      showError(box, error, () => this.load(brand));
    }
  }

  #query() {
    return { brand: this.#brand, top: state.top };
  }

  render() {
    const box = byId('keywords-body');
    const typed = byId('keywords-filter').value.trim();
    const wanted = typed.toLowerCase();
    if (this.#rows.length === 0) {
      show(box, emptyState(t('keywordsEmpty', { brand: this.#nameOf(this.#brand) })));
      return;
    }
    const rows = this.#rows.filter((row) => [row.keyword, row.category, category(row.category)]
      .some((text) => text?.toLowerCase().includes(wanted)));
    if (rows.length === 0) {
      show(box, emptyState(t('noMatch', { q: typed })));
      return;
    }
    const scales = {
      R: largest(this.#rows.map((row) => row.R)),
      A: {
        min: Math.min(-0.5, smallest(this.#rows.map((row) => row.A?.lo))),
        max: Math.max(0.5, largest(this.#rows.map((row) => row.A?.hi), 0)),
        reference: 0,
      },
    };
    const groups = Map.groupBy?.(rows, labelOf) ?? groupBy(rows);
    show(box,
      h('table', { class: 'rows keyword-rows' }, head(),
        [...LABELS, 'NONE'].filter((label) => groups.has(label)).map((label) =>
          h('tbody', { 'data-label': label },
            h('tr', { class: 'group' }, h('th', { colspan: 7, scope: 'rowgroup' },
              h('span', { class: `chip label-${label}` }, t(`L_${label}`)),
              h('span', { class: 'count' }, number(groups.get(label).length)),
              h('span', { class: 'what' }, t(`LD_${label}`)))),
            groups.get(label).map((row) => this.#row(row, scales))))),
      this.#rows.length >= Number(state.top)
        ? h('p', { class: 'note' }, t('cut', { n: number(this.#rows.length) })) : null);
  }

  #row(row, scales) {
    const key = `${row.keyword} ${row.category}`;
    const open = this.#open.has(key);
    const id = `kw-${this.#rows.indexOf(row)}`;
    const toggle = () => {
      if (!this.#open.delete(key)) {
        this.#open.add(key);
      }
      this.render();
      byId(`${id}-opener`)?.focus({ preventScroll: true });
    };
    const counts = row.counts ?? {};
    const cell = (label, ...content) =>
      h('td', { class: 'measure', 'data-label': label }, ...content);
    const times = known(row.A?.mid) ? t('aTimes', { n: ratio(Math.exp(row.A.mid)) }) : null;
    const line = h('tr', {
      class: `line${open ? ' open' : ''}`,
      'data-testid': 'keyword-row',
      'data-key': row.keyword,
      on: { click: (event) => event.target.closest('button, a') ?? toggle() },
    },
    h('td', { class: 'name' },
      h('button', {
        type: 'button',
        class: 'opener',
        id: `${id}-opener`,
        'aria-expanded': open,
        'aria-controls': id,
        on: { click: toggle },
      }, row.keyword),
      h('small', { title: typeTip(row) }, kindOf(row))),
    cell(t('colE'), h('span', { class: 'figures' }, h('b', {}, orDash(number(row.E, 2)))),
      bar(row.E, 1)),
    cell(t('colR'), h('span', { class: 'figures' }, h('b', {}, orDash(short(row.R)))),
      bar(row.R, scales.R, { tone: 'warm' })),
    cell(t('colA'),
      h('span', { class: 'figures', title: times },
        h('b', {}, orDash(signed(row.A?.mid))),
        known(row.A?.lo) && known(row.A?.hi)
          ? h('small', {}, `${signed(row.A.lo)} … ${signed(row.A.hi)}`) : null),
      dot(row.A?.lo, row.A?.mid, row.A?.hi, scales.A)),
    h('td', { class: 'num', 'data-label': t('colSearchers') }, orDash(short(counts.searchers))),
    h('td', { class: 'num', 'data-label': t('colOrders') },
      orDash(number(counts.orders)), ' / ', orDash(number(counts.brandOrders))),
    h('td', { class: 'num', 'data-label': t('colKwScore') }, orDash(number(row.score, 2))));
    return open ? [line, this.#details(row, id)] : [line];
  }

  #details(row, id) {
    const counts = row.counts ?? {};
    const fact = (name, value) => h('div', {}, h('dt', {}, name), h('dd', {}, orDash(value)));
    return h('tr', { class: 'details', id }, h('td', { colspan: 7 },
      h('h3', { class: 'small' }, t('reasons')),
      reasonList(row.reasons),
      h('dl', { class: 'facts' },
        fact(t('buyers'), number(counts.buyers)),
        fact(t('gmv'), number(numeric(counts.gmv), 2)),
        fact(t('brandPart'), short(row.RBrand)),
        fact(t('nEff'), number(row.nEff, 1)),
        fact(t('hhi'), number(row.hhi, 3)),
        fact(t('basis'), row.basis ? word('basis', row.basis) : null),
        fact(t('rootWord'), row.root)),
      h('h3', { class: 'small' }, t('spellings')),
      spellings(row.family),
      h('h3', { class: 'small' }, t('owners')),
      row.owners?.length
        ? h('ul', { class: 'shares' }, row.owners.map((owner) => h('li', {},
          h('span', { class: 'who' }, this.#nameOf(owner.brandId)),
          bar(owner.share, 1, { tone: owner.brandId === row.brandId ? '' : 'grey' }),
          h('span', { class: 'figures' }, h('b', {}, orDash(percent(owner.share)))))))
        : h('p', {}, orDash(null))));
  }
}

/** Reasons as the service words them. */
export function reasonList(reasons) {
  return reasons?.length
    ? h('ul', { class: 'reasons' }, reasons.map((reason) =>
      h('li', { title: reason.code }, reason.text ?? reason.code)))
    : h('p', { class: 'note' }, t('noReasons'));
}

/** Category and what the word asks for; several spellings are counted. */
function kindOf(row) {
  const more = (row.family?.total ?? 1) - 1;
  return [
    category(row.category),
    row.type?.split('+').map((part) => word('part', part)).join('+'),
    more > 0 ? t('moreSpellings', { n: number(more) }) : null,
  ].filter(Boolean).join(' · ');
}

/** Which part of the word says what, and by which list or rule. */
function typeTip(row) {
  return row.typeReasons?.length
    ? row.typeReasons.map((part) => `${part.word}: ${word('part', part.type)} (${
      [part.code, part.detail].filter(Boolean).join(' ')})`).join('\n')
    : null;
}

function spellings(family) {
  return family?.total > 1
    ? h('ul', { class: 'reasons' },
      family.members.map((member) => h('li', {},
        member.keyword, ' · ', orDash(number(member.count)),
        member.reasons.length
          ? ` · ${member.reasons.map((r) => word('join', r)).join(', ')}` : null)),
      family.total > family.members.length
        ? h('li', {}, t('moreSpellings', { n: number(family.total - family.members.length) }))
        : null)
    : h('p', { class: 'note' }, t('oneSpelling'));
}

function head() {
  return h('thead', {}, h('tr', {},
    h('th', { scope: 'col' }, t('colKeyword')),
    h('th', { scope: 'col', title: t('tipE') }, t('colE')),
    h('th', { scope: 'col', title: t('tipR') }, t('colR')),
    h('th', { scope: 'col', title: t('tipA') }, t('colA')),
    h('th', { scope: 'col', class: 'num' }, t('colSearchers')),
    h('th', { scope: 'col', class: 'num' }, t('colOrders')),
    h('th', { scope: 'col', class: 'num' }, t('colKwScore'))));
}

function labelOf(row) {
  return LABELS.includes(row.label) ? row.label : 'NONE';
}

function groupBy(rows) {
  const groups = new Map();
  rows.forEach((row) => groups.set(labelOf(row), [...(groups.get(labelOf(row)) ?? []), row]));
  return groups;
}

/** Money may come as a decimal string so that no digit is lost. */
function numeric(value) {
  return typeof value === 'string' && value !== '' ? Number(value) : value;
}
