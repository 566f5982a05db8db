import { language } from './i18n.js';

const KEY = 'tidewatch.key';

/** A request that did not bring an answer; `detail` is the service's own sentence, if any. */
export class RequestError extends Error {
  constructor(status, detail, key, values) {
    super(detail ?? key);
    this.status = status;
    this.detail = detail;
    this.key = key;
    this.values = values;
  }
}

/** Keeps the API key for this tab. */
export function useKey(key) {
  sessionStorage.setItem(KEY, key);
}

/** A path with its query; parameters that are null or blank are left out. */
export function address(path, query = {}) {
  const used = Object.entries(query).filter(([, v]) => v !== null && v !== undefined && v !== '');
  return used.length ? `${path}?${new URLSearchParams(used)}` : path;
}

/** GETs JSON. Throws {@link RequestError}, or an AbortError when `signal` was raised. */
export async function getJson(path, query, signal, acceptStatus = []) {
  const response = await request(path, query, 'application/json', signal);
  if (!response.ok && !acceptStatus.includes(response.status)) {
    throw await problem(response);
  }
  try {
    return await response.json();
  } catch (cause) {
    if (cause.name === 'AbortError') {
      throw cause;
    }
    throw new RequestError(response.status, null, 'errorShape');
  }
}

/** GETs a list: `{rows, next}`. */
export async function getRows(path, query, signal) {
  const body = await getJson(path, query, signal);
  if (!Array.isArray(body?.rows)) {
    throw new RequestError(200, null, 'errorShape');
  }
  return { rows: body.rows, next: body.next ?? null };
}

/** GETs every page of a list. */
export async function getAllRows(path, query, signal) {
  const rows = [];
  let cursor = null;
  do {
    const page = await getRows(path, { ...query, cursor }, signal);
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor);
  return rows;
}

/** GETs the same list as CSV and hands it to the browser as a file. */
export async function downloadCsv(path, query, name) {
  const response = await request(path, query, 'text/csv');
  if (!response.ok) {
    throw await problem(response);
  }
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

async function request(path, query, accept, signal) {
  const headers = { Accept: accept, 'Accept-Language': language() === 'en' ? 'en' : 'zh-CN' };
  const key = sessionStorage.getItem(KEY);
  if (key) {
    headers['X-Api-Key'] = key;
  }
  try {
    return await fetch(address(path, query), { headers, signal });
  } catch (cause) {
    if (cause.name === 'AbortError') {
      throw cause;
    }
    throw new RequestError(0, null, 'errorNetwork');
  }
}

async function problem(response) {
  let detail = null;
  try {
    const body = await response.json();
    detail = body.detail ?? body.title ?? null;
  } catch {
    detail = null; // not problem+json: the status alone is told
  }
  if (response.status === 401) {
    document.dispatchEvent(new CustomEvent('tidewatch:key'));
  }
  return new RequestError(response.status, detail, 'errorPlain', { status: response.status });
}

/** Runs one request at a time for a panel: a newer one calls the older off. */
export class Latest {
  #controller = null;

  /** Calls `load(signal)`; gives undefined when a newer call overtook it. */
  async run(load) {
    this.#controller?.abort();
    const mine = new AbortController();
    this.#controller = mine;
    try {
      const answer = await load(mine.signal);
      return mine.signal.aborted ? undefined : answer;
    } catch (error) {
      if (mine.signal.aborted || error.name === 'AbortError') {
        return undefined;
      }
      throw error;
    }
  }
}
