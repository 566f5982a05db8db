import { bar, barWithBound, largest } from './bars.js';
import { downloadCsv, getRows, Latest } from './api.js';
import { byId, emptyState, h, show, showError, showLoading } from './dom.js';
import { number, orDash, percent } from './format.js';
import { category, t, word } from './i18n.js';
import { reasonList } from './keywords.js';

const FEATURES = '/api/v1/audience/features';
const EXPAND = '/api/v1/audience/expand';

/** What the brand's people favour, and who else is like them. */
export class Audience {
  #features = { latest: new Latest(), rows: [], all: false };
  #expand = { latest: new Latest(), rows: [], open: new Set() };
  #brand = '';
  #nameOf;

  /** `nameOf(id)` gives a brand's name; `failed(error)` hears of a failed download. */
  constructor(nameOf, failed) {
    this.#nameOf = nameOf;
    byId('features-csv').addEventListener('click', () =>
      downloadCsv(FEATURES, { brand: this.#brand }, `features-${this.#brand}.csv`).catch(failed));
    byId('expand-csv').addEventListener('click', () =>
      downloadCsv(EXPAND, this.#asked(), `audience-${this.#brand}.csv`).catch(failed));
  }

  load(brand) {
    this.#brand = brand;
    return Promise.all([
      this.#fetch(this.#features, 'features', FEATURES, { brand }, () => this.#showFeatures()),
      this.#fetch(this.#expand, 'expand', EXPAND, this.#asked(), () => this.#showExpand()),
    ]);
  }

  #asked() {
    return { brand: this.#brand, size: 20 };
  }

  async #fetch(part, panel, path, query, render) {
    const box = byId(`${panel}-body`);
    part.rows = [];
    byId(`${panel}-csv`).disabled = true;
    if (!query.brand) {
      show(box, emptyState(t('pickBrand')));
      return;
    }
    showLoading(box);
    try {
      const page = await part.latest.run((signal) => getRows(path, query, signal));
      if (page) {
        part.rows = page.rows;
        byId(`${panel}-csv`).disabled = page.rows.length === 0;
        render();
      }
    } catch (error) {
      showError(box, error, () => this.#fetch(part, panel, path, query, render));
    }
  }

  #showFeatures() {
    const box = byId('features-body');
    const { rows, all } = this.#features;
    if (rows.length === 0) {
      show(box, emptyState(t('featuresEmpty', { brand: this.#nameOf(this.#brand) })));
      return;
    }
    const dropped = rows.filter((row) => row.kept === false);
    const shown = all ? rows : rows.filter((row) => row.kept !== false);
    const max = Math.max(120, largest(shown.map((row) => row.tgi), 120));
    show(box,
      shown.length === 0 ? emptyState(t('allDropped')) : h('table', { class: 'rows feature-rows' },
        h('thead', {}, h('tr', {},
          h('th', { scope: 'col' }, t('colFeature')),
          h('th', { scope: 'col' }, t('colTgi')),
          ['Concentration', 'Coverage', 'Users'].map((column) =>
            h('th', { scope: 'col', class: 'num', title: t(`tip${column}`) }, t(`col${column}`))))),
        h('tbody', {}, shown.map((row) => featureRow(row, max)))),
      dropped.length === 0 ? null : h('label', { class: 'check' },
        h('input', {
          type: 'checkbox',
          checked: all,
          on: {
            change: (event) => {
              this.#features.all = event.target.checked;
              this.#showFeatures();
              box.querySelector('.check input').focus();
            },
          },
        }), t('showDropped', { n: number(dropped.length) })));
  }

  #showExpand() {
    const box = byId('expand-body');
    const { rows } = this.#expand;
    if (rows.length === 0) {
      show(box, emptyState(t('expandEmpty')));
      return;
    }
    const max = largest(rows.map((row) => row.score));
    show(box, h('table', { class: 'rows audience-rows' },
      h('thead', {}, h('tr', {},
        h('th', { scope: 'col' }, t('colUser')),
        h('th', { scope: 'col' }, t('colKwScore')),
        h('th', { scope: 'col' }, t('colDirections')))),
      h('tbody', {}, rows.map((row, i) => this.#userRow(row, i, max)))));
  }

  #userRow(row, index, max) {
    const { open } = this.#expand;
    const id = `user-${index}`;
    const toggle = () => {
      if (!open.delete(row.userId)) {
        open.add(row.userId);
      }
      this.#showExpand();
      byId(`${id}-opener`)?.focus({ preventScroll: true });
    };
    const isOpen = open.has(row.userId);
    const line = h('tr', {
      class: `line${isOpen ? ' open' : ''}`,
      'data-testid': 'audience-row',
      'data-key': row.userId,
      on: { click: (event) => event.target.closest('button, a') ?? toggle() },
    },
    h('td', { class: 'name' }, h('button', {
      type: 'button',
      class: 'opener',
      id: `${id}-opener`,
      'aria-expanded': isOpen,
      'aria-controls': id,
      on: { click: toggle },
    }, row.userId)),
    h('td', { class: 'measure', 'data-label': t('colKwScore') },
      h('span', { class: 'figures' }, h('b', {}, orDash(number(row.score, 2)))),
      bar(row.score, max)),
    h('td', { 'data-label': t('colDirections') },
      Object.entries(row.directions ?? {}).map(([name, score]) =>
        h('span', { class: 'chip' }, word('d', name), ' ', orDash(number(score, 2))))));
    return isOpen
      ? [line, h('tr', { class: 'details', id },
        h('td', { colspan: 3 }, reasonList(row.reasons)))]
      : [line];
  }
}

function featureRow(row, max) {
  const kept = row.kept !== false;
  const given = row.name ?? row.feature;
  const name = row.kind === 'category' ? category(given) : given;
  const test = `z ${number(row.z, 1) ?? '—'} · p ${probability(row.p)}`;
  return h('tr', {
    class: kept ? 'line still' : 'line still dropped',
    'data-testid': 'feature-row',
    'data-key': row.feature,
    'data-kept': String(kept),
  },
  h('td', { class: 'name' },
    h('span', { title: row.reason?.text ?? null }, name),
    h('small', {}, word('f', row.kind), kept ? null : [' · ', row.reason?.text ?? t('notKept')])),
  h('td', { class: 'measure', 'data-label': t('colTgi') },
    h('span', { class: 'figures', title: test },
      h('b', {}, orDash(number(row.tgi))),
      h('small', {}, '≥ ', orDash(number(row.tgiLow)))),
    barWithBound(row.tgi, row.tgiLow, 100, max)),
  h('td', { class: 'num', 'data-label': t('colConcentration') },
    orDash(percent(row.concentration))),
  h('td', { class: 'num', 'data-label': t('colCoverage') }, orDash(percent(row.coverage))),
  h('td', { class: 'num', 'data-label': t('colUsers') },
    orDash(number(row.taUsers)), ' / ', orDash(number(row.users))));
}

function probability(p) {
  return typeof p !== 'number' ? '—' : p < 0.0001 ? '< 0.0001' : number(p, 4);
}
