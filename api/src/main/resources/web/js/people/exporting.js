import { getJson, getRows, Latest } from '../api.js';
import { byId, h, show, showError, showLoading } from '../dom.js';
import { number } from '../format.js';
import { t, word } from '../i18n.js';

const SELECT = '/api/v1/audience/select';
const EXPAND = '/api/v1/audience/expand';
const CONSENT = '/api/v1/identity/exportable';
const CAMPAIGN = '/api/v1/audience/campaign/export';
const MOST = 1000;
/** Ids of one request: an address has a limit. */
const AT_ONCE = 150;

/** Hands out a list only through the question that asks each person's consent. */
export class Exporting {
  #latest = new Latest();
  #query = {};
  #paths = new Set();

  constructor() {
    byId('export-form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#run();
    });
    ['export-size', 'export-purpose'].forEach((id) =>
      byId(id).addEventListener('input', () => this.#commands()));
  }

  load(query, paths) {
    this.#query = query;
    this.#paths = paths;
    byId('export-go').disabled = !query.brand;
    show(byId('export-body'));
    this.#commands();
  }

  /** A size that was looked at elsewhere. */
  take(size) {
    byId('export-size').value = Math.min(size, MOST);
    this.#commands();
  }

  #source() {
    return this.#paths.has(SELECT) ? SELECT : EXPAND;
  }

  #size() {
    return Math.min(MOST, Math.max(1, Number(byId('export-size').value) || 1));
  }

  async #run() {
    const box = byId('export-body');
    showLoading(box);
    try {
      const answer = await this.#latest.run((signal) => this.#decide(signal));
      if (answer) {
        this.#tell(answer);
      }
    } catch (error) {
      showError(box, error, () => this.#run());
    }
  }

  /** Ids best first, then each lot past consent; one person of two lots is handed out once. */
  async #decide(signal) {
    const purpose = byId('export-purpose').value.trim();
    const { rows } = await getRows(this.#source(), { ...this.#query, size: this.#size() }, signal);
    const ids = rows.map((row) => row.userId);
    const allowed = new Map();
    const refused = {};
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const seed = ids.slice(from, from + AT_ONCE).join(',');
      const part = await getJson(CONSENT, { seed, purpose, asOf: this.#query.asOf }, signal);
      for (const one of part.allowed) {
        if (allowed.has(one.personId)) {
          refused['same-person'] = (refused['same-person'] ?? 0) + 1;
        } else {
          allowed.set(one.personId, one);
        }
      }
      Object.entries(part.refused).forEach(([reason, count]) => {
        refused[reason] = (refused[reason] ?? 0) + count;
      });
    }
    return { asked: ids.length, allowed: [...allowed.values()], refused, purpose };
  }

  #tell({ asked, allowed, refused, purpose }) {
    const reasons = Object.entries(refused).filter(([, count]) => count > 0);
    show(byId('export-body'),
      h('p', { class: 'said', 'data-testid': 'export-said' }, t('exportSaid', {
        asked: number(asked), allowed: number(allowed.length), purpose,
      })),
      reasons.length === 0 ? null : h('ul', { class: 'reasons' }, reasons.map(([why, count]) =>
        h('li', {}, word('r', why), '：', number(count)))));
    if (allowed.length > 0) {
      save(['userId', 'personId'], allowed.map((one) => [one.key, one.personId]),
        `export-${this.#query.brand}-${purpose}.csv`);
    }
  }

  #commands() {
    const { brand, asOf } = this.#query;
    const picked = this.#source() === SELECT ? 'select' : 'expand';
    const time = asOf ? ` --as-of ${asOf}` : '';
    const who = `--brand ${quoted(brand || 'BRAND')}${time} --size ${this.#size()}`;
    const purpose = quoted(byId('export-purpose').value.trim() || 'advertising');
    const lines = [
      `./tidewatch audience ${picked} ${who} --csv --out people.csv`,
      'cut -d, -f1 people.csv | tail -n +2 | tr -d \'\\r"\' > ids.txt',
      `./tidewatch identity exportable --seed ids.txt --purpose ${purpose}${time} --json`,
    ];
    show(byId('commands'),
      this.#paths.has(CAMPAIGN) ? h('p', { class: 'note' }, t('campaignNote'), ' ',
        h('code', {}, './tidewatch audience campaign export --help')) : null,
      copyBox(lines.join('\n')));
  }
}

function copyBox(text) {
  const code = h('code', { tabindex: '0' }, text);
  const said = h('small', { role: 'status' });
  return h('div', { class: 'command', 'data-testid': 'command' }, h('pre', {}, code),
    h('button', {
      type: 'button',
      class: 'quiet',
      on: {
        click: async () => {
          try {
            await navigator.clipboard.writeText(text);
            said.textContent = t('copied');
          } catch {
            getSelection().selectAllChildren(code); // no clipboard: marked to be copied by hand
            said.textContent = t('copyByHand');
          }
        },
      },
    }, t('copy')), said);
}

function quoted(word) {
  return /^[\w.\u4e00-\u9fff-]+$/.test(word) ? word : `'${word.replace(/'/g, "'\\''")}'`;
}

function save(head, rows, name) {
  const cell = (value) => `"${String(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value)
    .replace(/"/g, '""')}"`;
  const text = [head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n');
  const url = URL.createObjectURL(new Blob([`\ufeff${text}\r\n`], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
