import { barWithInterval, largest } from './bars.js';
import { getAllRows, Latest } from './api.js';
import { byId, emptyState, h, show, showError, showLoading } from './dom.js';
import { known, number, orDash, percent } from './format.js';
import { t } from './i18n.js';
import { change, state } from './state.js';

const PATH = '/api/v1/trends/share';
const MOST = 5;

/** Share of voice of the picked brand and up to four others. */
export class Share {
  #latest = new Latest();
  #rows = [];
  #names = [];
  #range;
  #nameOf;

  /** `range()` gives from and to; `nameOf(id)` a brand's name. */
  constructor(range, nameOf) {
    this.#range = range;
    this.#nameOf = nameOf;
    byId('share-form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#add(byId('share-name').value.trim());
    });
  }

  /** Starts over with these names unless the address names others. */
  suggest(names) {
    this.#names = (state.of === null ? names : state.of.split(',').filter((name) => name))
      .slice(0, MOST);
    this.load();
  }

  async load() {
    this.#chips();
    const box = byId('share-body');
    if (this.#names.length === 0) {
      show(box, emptyState(t('shareEmpty')));
      return;
    }
    showLoading(box);
    try {
      const asked = { of: this.#names.join(','), ...this.#range() };
      const rows = await this.#latest.run((signal) => getAllRows(PATH, asked, signal));
      if (rows) {
        this.#rows = rows;
        this.render();
      }
    } catch (error) {
      showError(box, error, () => this.load());
    }
  }

  render() {
    this.#chips();
    if (this.#rows.length === 0) {
      return;
    }
    const max = largest(this.#rows.flatMap((row) => [row.share?.mid, row.share?.high]), 1);
    show(byId('share-body'), h('ul', { class: 'shares' }, this.#rows.map((row) => {
      const { low, mid, high } = row.share ?? {};
      return h('li', { 'data-testid': 'share-row', 'data-key': row.key },
        h('span', { class: 'who' }, row.name ?? row.key),
        barWithInterval(mid, low, high, max),
        h('span', { class: 'figures' },
          h('b', {}, orDash(percent(mid))),
          known(low) && known(high)
            ? h('small', {}, `${percent(low)}–${percent(high)}`) : null,
          h('small', { title: t('volume') }, orDash(number(row.count)))));
    })));
  }

  #add(name) {
    const field = byId('share-name');
    field.setCustomValidity('');
    if (!name || this.#names.includes(name)) {
      field.value = '';
      return;
    }
    if (this.#names.length >= MOST) {
      field.setCustomValidity(t('shareFull'));
      field.reportValidity();
      field.addEventListener('input', () => field.setCustomValidity(''), { once: true });
      return;
    }
    field.value = '';
    this.#set([...this.#names, name]);
  }

  #set(names) {
    this.#names = names;
    change({ of: names.join(',') });
    this.load();
  }

  #chips() {
    show(byId('share-chips'), this.#names.map((name) => {
      const shown = this.#nameOf(name);
      return h('span', { class: 'chip tag' }, shown,
        h('button', {
          type: 'button',
          'aria-label': t('remove', { name: shown }),
          on: { click: () => this.#set(this.#names.filter((other) => other !== name)) },
        }, '×'));
    }));
  }
}
