/** What the page looks at, kept in the address so that a view can be shared and reloaded. */
const DEFAULTS = {
  kind: 'brand', window: '24h', asOf: '', open: null, query: '', interval: '1d', range: '30d',
  of: null, brand: '', rows: '20', top: '50',
  breadth: '',
};
export const KINDS = ['brand', 'product', 'aspect', 'hashtag', 'term'];
export const WINDOWS = ['24h', '72h', '7d'];
export const INTERVALS = ['1h', '1d'];
export const RANGES = { '72h': 3, '7d': 7, '30d': 30, '90d': 90, all: null };
export const BREADTHS = ['', 'balanced', 'narrow'];
const MY_BRAND = 'tidewatch.brand';

export const state = { ...DEFAULTS, ...fromAddress() };

function fromAddress() {
  const asked = Object.fromEntries(
    [...new URLSearchParams(location.search)].filter(([name]) => name in DEFAULTS));
  const allowed = {
    kind: KINDS, window: WINDOWS, interval: INTERVALS, range: Object.keys(RANGES),
    top: ['50', '200', '1000'], rows: ['20', '100', '1000'],
    breadth: BREADTHS,
  };
  for (const [name, values] of Object.entries(allowed)) {
    if (name in asked && !values.includes(asked[name])) {
      delete asked[name];
    }
  }
  if (asked.asOf && !/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(asked.asOf)) {
    delete asked.asOf;
  }
  return asked;
}

/** Changes the view and its address. */
export function change(part) {
  Object.assign(state, part);
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(state)) {
    if (value === DEFAULTS[name]) {
      url.searchParams.delete(name);
    } else {
      url.searchParams.set(name, value);
    }
  }
  history.replaceState(null, '', url);
}

/** The brand the user chose for good; blank when none. */
export function myBrand() {
  try {
    return state.brand || localStorage.getItem(MY_BRAND) || '';
  } catch {
    return state.brand; // storage may be closed to this page
  }
}

export function rememberBrand(brand) {
  change({ brand });
  try {
    localStorage.setItem(MY_BRAND, brand);
  } catch {
    return; // the address still names it
  }
}
