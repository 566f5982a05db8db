import { getAllRows, useKey } from './api.js';
import { byId, errorState, h, show } from './dom.js';
import { language, setLanguage, t, translatePage } from './i18n.js';

/** What every page has: brands to choose from, the key, the two languages, its notice. */
export class Page {
  #brands = new Map();

  /**
   * @param load fetches everything the page shows
   * @param words writes what is written by script in the page's language
   */
  constructor(load, words) {
    this.load = load;
    this.words = words;
    byId('lang').addEventListener('click', () => this.#switchLanguage());
    document.addEventListener('tidewatch:key', () => this.#askForKey());
  }

  /** First words, then data. */
  start() {
    this.#write();
    this.load();
  }

  failed(error) {
    show(byId('notice'), errorState(error));
  }

  async loadBrands() {
    this.#brands.clear();
    try {
      const rows = await getAllRows('/api/v1/catalogue/brands', {});
      rows.forEach((row) => this.#brands.set(row.id, row));
      show(byId('brand-names'), rows.map((row) =>
        h('option', { value: row.name }, (row.aliases ?? []).slice(0, 4).join(' '))));
    } catch {
      this.#brands.clear(); // names fall back to ids; each panel reports its own failure
    }
  }

  brand(id) {
    return this.#brands.get(id);
  }

  brandIds() {
    return [...this.#brands.keys()];
  }

  nameOf(id) {
    return this.#brands.get(id)?.name ?? id;
  }

  /** The id of what was typed: a brand's name, else the text itself. */
  typedBrand() {
    const typed = byId('brand').value.trim();
    return [...this.#brands.values()].find((brand) => brand.name === typed)?.id ?? typed;
  }

  #write() {
    translatePage();
    const other = byId('lang');
    other.textContent = language() === 'en' ? '中文' : 'English';
    other.lang = language() === 'en' ? 'zh-CN' : 'en';
    this.words();
  }

  #switchLanguage() {
    setLanguage(language() === 'en' ? 'zh' : 'en');
    const url = new URL(location.href);
    if (url.searchParams.has('lang')) {
      url.searchParams.set('lang', language());
      history.replaceState(null, '', url);
    }
    this.#write();
    this.load();
  }

  #askForKey() {
    const field = h('input', {
      type: 'password', id: 'api-key', autocomplete: 'off', required: true,
    });
    show(byId('notice'), h('form', {
      class: 'state ask',
      on: {
        submit: (event) => {
          event.preventDefault();
          useKey(field.value.trim());
          this.load();
        },
      },
    }, h('strong', {}, t('keyTitle')), h('label', { for: 'api-key' }, t('keyLabel')), field,
    h('button', { type: 'submit' }, t('keyUse'))));
  }
}
