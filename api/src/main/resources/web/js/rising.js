import { causeBlock } from './cause.js';
import { bar, dot, largest, smallest } from './bars.js';
import { downloadCsv, getRows, Latest } from './api.js';
import { byId, choice, emptyState, h, show, showError, showLoading } from './dom.js';
import { evidenceList } from './evidence.js';
import { known, number, orDash, ratio, shanghaiIso, time } from './format.js';
import { t, word } from './i18n.js';
import { change, KINDS, state, WINDOWS } from './state.js';

const PATH = '/api/v1/trends/rising';

/** The list of what is rising; tells `picked(row)` which row is looked at. */
export class Rising {
  #latest = new Latest();
  #rows = [];
  #page;

  /** `page` has: picked(row, byHand), queryOf(row), useBrand(row), newest(), noDocuments(), failed(error) and
   * asOfChanged(). */
  constructor(page) {
    this.#page = page;
    byId('as-of').value = state.asOf;
    byId('as-of').addEventListener('change', (event) => this.#asOf(event.target.value));
    byId('as-of-now').addEventListener('click', () => {
      byId('as-of').value = '';
      this.#asOf('');
    });
    byId('rising-form').addEventListener('submit', (event) => event.preventDefault());
    byId('rising-csv').addEventListener('click', () =>
      downloadCsv(PATH, query(), `rising-${state.kind}.csv`).catch((e) => page.failed(e)));
  }

  controls() {
    choice(byId('rising-kind'), KINDS, state.kind, (v) => word('kind', v), (kind) => {
      change({ kind, open: null, rows: '20' });
      this.load();
    });
    choice(byId('rising-window'), WINDOWS, state.window, (v) => word('w', v), (window) => {
      change({ window, open: null });
      this.load();
    });
  }

  /** The rows shown now. */
  rows() {
    return this.#rows;
  }

  async load() {
    const box = byId('rising-body');
    byId('rising-csv').disabled = true;
    showLoading(box);
    try {
      const page = await this.#latest.run((signal) => getRows(PATH, query(), signal));
      if (page) {
        this.#rows = page.rows;
        byId('rising-csv').disabled = page.rows.length === 0;
        this.render();
        const looked = this.#opened() ?? this.#rows[0];
        this.#page.picked(looked ?? null, false);
      }
    } catch (error) {
      this.#rows = [];
      showError(box, error, () => this.load());
      this.#page.picked(null, false);
    }
  }

  render() {
    const box = byId('rising-body');
    if (this.#rows.length === 0) {
      show(box, emptyState(this.#page.noDocuments()
        ? t('emptyTitle') : t('nothingRising', { kind: word('kind', state.kind) })), this.#span());
      return;
    }
    const scales = {
      count: largest(this.#rows.flatMap((r) => [r.count, r.expected])),
      growth: {
        min: Math.min(0.8, smallest(this.#rows.map((r) => r.growth?.low), 0.8)),
        max: Math.max(2, largest(this.#rows.map((r) => r.growth?.high), 2)),
        reference: 1,
        log: true,
      },
    };
    show(box,
      this.#span(),
      h('table', { class: 'rows rising-rows' },
        h('thead', {}, h('tr', {},
          h('th', { scope: 'col', class: 'rank' }, '#'),
          h('th', { scope: 'col' }, t('colName')),
          h('th', { scope: 'col' }, t('colStage')),
          h('th', { scope: 'col', title: t('countTip') }, t('colCount')),
          h('th', { scope: 'col', title: t('growthTip') }, t('colGrowth')),
          h('th', { scope: 'col', class: 'num', title: t('scoreTip') }, t('colScore')))),
        h('tbody', {}, this.#rows.map((row, i) => this.#row(row, i, scales)))),
      this.#cut());
  }

  #row(row, index, scales) {
    const open = this.#opened() === row;
    const details = `rising-details-${index}`;
    const line = h('tr', {
      class: `line${open ? ' open' : ''}`,
      'data-testid': 'rising-row',
      'data-key': row.key,
      on: { click: (event) => event.target.closest('button, a') ?? this.#toggle(row) },
    },
    h('td', { class: 'rank' }, number(index + 1)),
    h('td', { class: 'name' },
      h('button', {
        type: 'button',
        class: 'opener',
        'aria-expanded': open,
        'aria-controls': details,
        on: { click: () => this.#toggle(row) },
      }, row.name ?? row.key)),
    h('td', { class: 'stage' }, stageChip(row.stage)),
    h('td', { class: 'measure' },
      h('span', { class: 'figures' },
        h('b', {}, orDash(known(row.count) ? counted(row) : null)),
        h('small', {}, t('expectedIs', { n: ratio(row.expected) ?? '—' }))),
      bar(row.count, scales.count, { mark: row.expected })),
    h('td', { class: 'measure' },
      h('span', { class: 'figures' }, growthText(row.growth)),
      dot(row.growth?.low, row.growth?.mid, row.growth?.high, scales.growth)),
    h('td', { class: 'num', 'data-label': t('colScore') }, orDash(number(row.score, 1))));
    return open ? [line, this.#details(row, details)] : [line];
  }

  #details(row, id) {
    const fact = (name, value) => h('div', {}, h('dt', {}, name), h('dd', {}, orDash(value)));
    return h('tr', { class: 'details', id },
      h('td', { colspan: 6 },
        h('dl', { class: 'facts' },
          fact(t('surfaces'), (row.surfaces ?? []).join('、')),
          fact(t('documents'), number(row.documents)),
          fact(t('authors'), number(row.authors)),
          fact(t('firstSeen'), time(row.firstSeen)),
          row.via ? fact(t('via'), word('via', row.via)) : null),
        state.kind === 'brand'
          ? h('button', {
            type: 'button', class: 'quiet', on: { click: () => this.#page.useBrand(row) },
          }, t('useBrand'))
          : null,
        h('h3', { class: 'small' }, t('behindIt')),
        causeBlock(this.#page.queryOf(row), state.window, shanghaiIso(state.asOf)),
        h('h3', { class: 'small' }, t('evidence')),
        evidenceList(row)));
  }

  #opened() {
    if (state.open === '') {
      return null;
    }
    return state.open === null
      ? this.#rows[0] ?? null : this.#rows.find((row) => row.key === state.open) ?? null;
  }

  #toggle(row) {
    const closing = this.#opened() === row;
    change({ open: closing ? '' : row.key });
    this.render();
    const line = byId('rising-body').querySelector(`[data-key=${JSON.stringify(row.key)}]`);
    line?.querySelector('.opener').focus({ preventScroll: true });
    if (!closing) {
      this.#page.picked(row, true);
    }
  }

  #asOf(asOf) {
    change({ asOf, open: null });
    this.load();
    this.#page.asOfChanged();
  }

  /** The window in words; nothing while its end is unknown. */
  #span() {
    const end = shanghaiIso(state.asOf) ?? this.#page.newest();
    if (!end) {
      return null;
    }
    const hours = state.window === '7d' ? 168 : parseInt(state.window, 10);
    const start = new Date(Date.parse(end) - hours * 3_600_000).toISOString();
    return h('p', { class: 'note span' },
      t(state.asOf ? 'spanAsOf' : 'spanNewest', { from: time(start), to: time(end) }));
  }

  #cut() {
    if (this.#rows.length < Number(state.rows)) {
      return null;
    }
    const next = { 20: '100', 100: '1000' }[state.rows];
    return h('p', { class: 'note' }, t('cut', { n: number(this.#rows.length) }), ' ', next
      ? h('button', {
        type: 'button',
        class: 'quiet',
        on: {
          click: () => {
            change({ rows: next });
            this.load();
          },
        },
      }, t('moreRows', { n: number(Number(next)) }))
      : null);
  }
}

function query() {
  return { kind: state.kind, window: state.window, top: state.rows, asOf: shanghaiIso(state.asOf) };
}

function counted(row) {
  const n = number(row.count);
  return row.unit ? t(`unit_${row.unit}`, { n }) : n;
}

function growthText(growth) {
  if (!known(growth?.mid)) {
    return orDash(null);
  }
  const range = known(growth.low) && known(growth.high)
    ? h('small', {}, `${ratio(growth.low)}–${ratio(growth.high)}`) : null;
  return [h('b', {}, `×${ratio(growth.mid)}`), range];
}

function stageChip(stage) {
  return stage
    ? h('span', { class: `chip stage-${stage}`, title: word('stageTip', stage) },
      word('stage', stage))
    : orDash(null);
}
