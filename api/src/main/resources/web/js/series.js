import { getAllRows, Latest } from './api.js';
import { byId, choice, emptyState, h, show, showError, showLoading } from './dom.js';
import { known, number, orDash, rangeStart, shanghaiClock, shanghaiIso, time } from './format.js';
import { language, t, word } from './i18n.js';
import { change, INTERVALS, RANGES, state } from './state.js';

const PATH = '/api/v1/trends/series';
const COLOUR = {
  count: '#0f6f8c', positive: '#4c9f8a', negative: '#d98a5b', grid: '#e4eaed', text: '#5b6b75',
};

/** The chart of counts over time. Buckets without observation are gaps under a grey band. */
export class Series {
  #latest = new Latest();
  #chart = null;
  #rows = [];
  #shown = { positive: true, negative: true };
  #newest;
  #rangeChanged;

  /** `newest()` gives the newest event time known; `rangeChanged()` hears of a new time range. */
  constructor(newest, rangeChanged) {
    this.#newest = newest;
    this.#rangeChanged = rangeChanged;
    byId('series-form').addEventListener('submit', (event) => {
      event.preventDefault();
      change({ query: byId('series-query').value.trim() });
      this.load();
    });
    new ResizeObserver(() => this.#chart?.resize()).observe(byId('series-body'));
  }

  controls() {
    byId('series-query').placeholder = t('queryHint');
    byId('series-query').title = t('queryHelp');
    choice(byId('series-interval'), INTERVALS, state.interval, (v) => word('i', v), (interval) => {
      change({ interval });
      this.load();
    });
    choice(byId('series-range'), Object.keys(RANGES), state.range, (v) => word('w', v),
      (range) => {
        change({ range });
        this.load();
        this.#rangeChanged();
      });
  }

  /** The time range asked for, as query parameters. */
  range() {
    const end = shanghaiIso(state.asOf) ?? this.#newest();
    const days = RANGES[state.range];
    return { from: days && end ? rangeStart(end, days) : null, to: shanghaiIso(state.asOf) };
  }

  async load() {
    const box = byId('series-body');
    byId('series-query').value = state.query;
    if (!state.query) {
      this.#clear();
      show(box, emptyState(t('seriesPick')));
      return;
    }
    showLoading(box);
    try {
      const asked = { query: state.query, interval: state.interval, ...this.range() };
      const rows = await this.#latest.run((signal) => getAllRows(PATH, asked, signal));
      if (rows) {
        this.#rows = rows;
        this.render();
      }
    } catch (error) {
      this.#clear();
      showError(box, error, () => this.load());
    }
  }

  render() {
    const box = byId('series-body');
    this.#clear();
    if (this.#rows.length === 0) {
      show(box, emptyState(t('seriesEmpty')));
      return;
    }
    const gaps = this.#rows.filter((row) => !row.observed).length;
    const summary = t('seriesSummary', {
      q: state.query,
      n: number(this.#rows.length),
      sum: number(this.#rows.reduce((sum, row) => sum + (row.count ?? 0), 0)),
      gaps: number(gaps),
    });
    const canvas = h('div', {
      class: 'chart', role: 'img', 'aria-label': summary, 'data-testid': 'series-chart',
      'data-points': this.#rows.length, 'data-gaps': gaps,
    });
    show(box,
      h('div', { class: 'legend' },
        h('span', { class: 'key count' }, t('volume')),
        this.#toggle('positive'), this.#toggle('negative'),
        h('span', { class: 'key gap' }, t('unobserved'))),
      canvas,
      h('p', { class: 'note' }, summary),
      this.#table());
    if (window.echarts) {
      this.#chart = window.echarts.init(canvas, null, {
        renderer: 'svg', locale: language() === 'en' ? 'EN' : 'ZH',
      });
      this.#draw();
    } else {
      canvas.classList.add('missing');
      canvas.append(emptyState(t('errorChart')));
    }
  }

  #clear() {
    this.#chart?.dispose();
    this.#chart = null;
  }

  #toggle(name) {
    return h('label', { class: `key ${name}` },
      h('input', {
        type: 'checkbox',
        checked: this.#shown[name],
        on: {
          change: (event) => {
            this.#shown[name] = event.target.checked;
            this.#draw();
          },
        },
      }), t(name));
  }

  #draw() {
    if (!this.#chart) {
      return;
    }
    const step = state.interval === '1h' ? 3_600_000 : 86_400_000;
    const line = this.#rows.map((row, i) => ({
      value: [shanghaiClock(row.start), row.count ?? null],
      symbol: this.#rows.length <= 40 || this.#alone(i) ? 'circle' : 'none',
      symbolSize: 5,
    }));
    const stack = (name) => ({
      name: t(name),
      type: 'bar',
      stack: 'polarity',
      barMaxWidth: 18,
      itemStyle: { color: COLOUR[name] },
      data: this.#rows.map((row) => [shanghaiClock(row.start), row[name] ?? null]),
    });
    this.#chart.setOption({
      useUTC: true,
      animation: false,
      grid: { left: 8, right: 16, top: 16, bottom: 8, containLabel: true },
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      tooltip: { trigger: 'axis', confine: true, formatter: (points) => this.#tip(points) },
      xAxis: {
        type: 'time',
        min: shanghaiClock(this.#rows[0].start) - step / 2,
        max: shanghaiClock(this.#rows.at(-1).start) + step / 2,
        axisLine: { lineStyle: { color: '#b9c6cc' } },
        axisLabel: { color: COLOUR.text, hideOverlap: true, fontSize: 11 },
        splitLine: { show: false },
      },
      yAxis: {
        type: 'value',
        minInterval: 1,
        axisLabel: { color: COLOUR.text, fontSize: 11 },
        splitLine: { lineStyle: { color: COLOUR.grid } },
      },
      series: [
        {
          name: t('volume'),
          type: 'line',
          data: line,
          connectNulls: false,
          z: 3,
          lineStyle: { color: COLOUR.count, width: 2 },
          itemStyle: { color: COLOUR.count },
          markArea: {
            silent: true,
            itemStyle: { color: 'rgba(110, 125, 135, 0.16)' },
            data: this.#bands(step),
          },
        },
        ...['positive', 'negative'].filter((name) => this.#shown[name]).map(stack),
      ],
    }, { notMerge: true });
  }

  /** A point between two gaps would draw no line. */
  #alone(i) {
    return known(this.#rows[i].count) && !known(this.#rows[i - 1]?.count)
      && !known(this.#rows[i + 1]?.count);
  }

  #bands(step) {
    const bands = [];
    for (const row of this.#rows.filter((r) => !r.observed)) {
      const start = shanghaiClock(row.start) - step / 2;
      const last = bands.at(-1);
      if (last && last[1].xAxis === start) {
        last[1].xAxis = start + step;
      } else {
        bands.push([{ xAxis: start }, { xAxis: start + step }]);
      }
    }
    return bands;
  }

  #tip(points) {
    const row = this.#rows[points[0].dataIndex];
    const lines = row.observed
      ? [['volume', row.count], ['authors', row.authors], ['documents', row.documents],
        ['positive', row.positive], ['negative', row.negative]]
        .map(([key, value]) => [t(key), number(value) ?? '—'])
      : [[t('unobserved'), '—']];
    return h('div', { class: 'tip' },
      h('b', {}, this.#when(row)),
      lines.map(([name, value]) => h('span', {}, name, h('b', {}, value))));
  }

  #when(row) {
    return time(row.start, state.interval === '1d' ? 'day' : 'minute');
  }

  #table() {
    const details = h('details', { class: 'as-table' }, h('summary', {}, t('asTable')));
    details.addEventListener('toggle', () => {
      if (details.open && details.children.length === 1) {
        details.append(h('div', { class: 'scroll', tabindex: '0' },
          h('table', { class: 'plain' },
            h('thead', {}, h('tr', {},
              ['colTime', 'volume', 'authors', 'documents', 'positive', 'negative']
                .map((key, i) => h('th', { scope: 'col', class: i ? 'num' : null }, t(key))))),
            h('tbody', {}, this.#rows.map((row) => h('tr', { class: row.observed ? null : 'gap' },
              h('td', {}, this.#when(row)),
              [row.count, row.authors, row.documents, row.positive, row.negative]
                .map((value) => h('td', { class: 'num' }, orDash(number(value))))))))));
      }
    });
    return details;
  }
}
