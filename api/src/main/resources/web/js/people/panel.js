import { downloadCsv, getRows, Latest } from '../api.js';
import { byId, emptyState, show, showError, showLoading } from '../dom.js';
import { t } from '../i18n.js';

/** Loads one list into one box of the page, with its CSV button, and says why it is empty. */
export class Panel {
  #latest = new Latest();
  #id;
  #path;
  #query = {};
  rows = [];

  /** The box is `{id}-body`, the button `{id}-csv`; `failed(error)` hears of a failed download. */
  constructor(id, path, failed) {
    this.#id = id;
    this.#path = path;
    byId(`${id}-csv`).addEventListener('click', () =>
      downloadCsv(path, this.#query, `${id}-${this.#query.brand}.csv`).catch(failed));
  }

  get box() {
    return byId(`${this.#id}-body`);
  }

  /** Asks for `query`, then calls `render()`; `nothing` is the sentence for an empty answer. */
  async load(query, nothing, render) {
    this.#query = query;
    this.rows = [];
    byId(`${this.#id}-csv`).disabled = true;
    if (!query.brand) {
      this.say(t('choosePeopleBrand'));
      return;
    }
    showLoading(this.box);
    try {
      const page = await this.#latest.run((signal) => getRows(this.#path, query, signal));
      if (page) {
        this.rows = page.rows;
        byId(`${this.#id}-csv`).disabled = page.rows.length === 0;
        if (page.rows.length === 0) {
          this.say(nothing);
        } else {
          render();
        }
      }
    } catch (error) {
      if (error.status === 422) {
        // too little data to answer from is no failure
        this.say(`${nothing} (${error.message})`);
        return;
      }
      showError(this.box, error, () => this.load(query, nothing, render));
    }
  }

  /** A sentence in place of rows. */
  say(sentence) {
    byId(`${this.#id}-csv`).disabled = true;
    show(this.box, emptyState(sentence));
  }
}
