import { getJson, Latest } from './api.js';
import { byId, h, show, showError, showLoading } from './dom.js';
import { ago, number, orDash, time } from './format.js';
import { t } from './i18n.js';

/** How fresh each source is, and whether the service answers. */
export class Sources {
  #latest = new Latest();
  #health = null;

  constructor() {
    byId('sources-again').addEventListener('click', () => this.load());
  }

  /** Newest event time of any source; null when unknown. */
  newest() {
    return (this.#health?.sources ?? []).map((s) => s.newest).filter((at) => at)
      .sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1) ?? null;
  }

  /** True when the service says that it holds no document; false while unknown. */
  noDocuments() {
    return this.#health !== null
      && (this.#health.sources ?? []).every((source) => source.documents === 0);
  }

  async load() {
    const box = byId('sources-body');
    showLoading(box);
    try {
      const health = await this.#latest.run((signal) => getJson('/health', {}, signal, [503]));
      if (health) {
        this.#health = health;
        this.render();
      }
    } catch (error) {
      this.#health = null;
      byId('pulse').hidden = true;
      showError(box, error, () => this.load());
    }
  }

  render() {
    if (this.#health === null) {
      return;
    }
    const sources = this.#health.sources ?? [];
    this.#pulse(sources);
    show(byId('sources-body'), sources.length === 0 ? howToStart() : this.#table(sources));
  }

  #table(sources) {
    return h('table', { class: 'rows source-rows' },
      h('thead', {}, h('tr', {},
        h('th', { scope: 'col' }, t('colSource')),
        h('th', { scope: 'col' }, t('colState')),
        h('th', { scope: 'col', class: 'num' }, t('documents')),
        h('th', { scope: 'col' }, t('colNewest')),
        h('th', { scope: 'col' }, t('colReceived')))),
      h('tbody', {}, sources.map((source) => h('tr', {
        class: 'line still',
        'data-testid': 'source-row',
        'data-key': source.source,
        'data-late': String(source.late),
      },
      h('td', { class: 'name' }, source.source),
      h('td', { 'data-label': t('colState') }, stateChip(source)),
      h('td', { class: 'num', 'data-label': t('documents') }, orDash(number(source.documents))),
      h('td', { 'data-label': t('colNewest') }, moment(source.newest)),
      h('td', { 'data-label': t('colReceived') }, moment(source.lastReceived))))));
  }

  #pulse(sources) {
    const late = sources.filter((source) => source.late).length;
    const pulse = byId('pulse');
    const bad = this.#health.ready === false;
    pulse.hidden = false;
    pulse.className = `pulse ${bad ? 'bad' : late || sources.length === 0 ? 'late' : 'fine'}`;
    pulse.textContent = bad ? t('pulseDown')
      : sources.length === 0 ? t('pulseNone')
        : t(late ? 'pulseLate' : 'pulseOk', { n: number(late || sources.length) });
  }
}

/** The two commands that bring data. */
export function howToStart() {
  return h('div', { class: 'start', 'data-testid': 'empty' },
    h('strong', {}, t('emptyTitle')),
    h('p', {}, t('emptyDemo'), ' ', h('code', {}, './tidewatch demo')),
    h('p', {}, t('emptyIngest'), ' ', h('code', {}, `./tidewatch ingest ${t('emptyFile')}`)));
}

function stateChip(source) {
  const state = source.late ? 'late' : source.lastReceived ? 'onTime' : 'never';
  return h('span', { class: `chip ${state}` }, t(state));
}

function moment(iso) {
  return iso
    ? [h('time', { datetime: iso }, orDash(time(iso))), ' ', h('small', {}, ago(iso) ?? '')]
    : orDash(null);
}
