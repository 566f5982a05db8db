import { getJson } from './js/api.js';
import { byId, choice, show, showLoading } from './js/dom.js';
import { shanghaiIso } from './js/format.js';
import { t } from './js/i18n.js';
import { Page } from './js/page.js';
import './js/people/words.js';
import { Directions } from './js/people/directions.js';
import { Exporting } from './js/people/exporting.js';
import { Features } from './js/people/features.js';
import { Sizes } from './js/people/sizes.js';
import { States } from './js/people/states.js';
import { BREADTHS, change, myBrand, rememberBrand, state } from './js/state.js';

const page = new Page(loadAll, words);
const failed = (error) => page.failed(error);
let paths = new Set();

const states = new States(failed);
const directions = new Directions(failed);
const features = new Features(failed, (base) => {
  byId('population').textContent = base?.text ?? '';
});
const exporting = new Exporting();
const sizes = new Sizes(failed, (size) => exporting.take(size));

function asked() {
  return { brand: myBrand(), asOf: shanghaiIso(state.asOf) };
}

/** What the service can answer, so that nothing is asked that it does not know. */
async function loadPaths() {
  try {
    paths = new Set(Object.keys((await getJson('/openapi.json')).paths ?? {}));
  } catch {
    paths = new Set(); // panels then say what is missing
  }
}

function loadPanels() {
  const query = asked();
  const name = page.nameOf(query.brand);
  byId('brand').value = name;
  byId('as-of').value = state.asOf;
  byId('population').textContent = '';
  exporting.load(query, paths);
  return Promise.all([
    states.load(query, name),
    directions.load({ ...query, breadth: state.breadth }, name),
    features.load(query, name),
    sizes.load(query, paths),
  ]);
}

async function loadAll() {
  show(byId('notice'));
  ['states', 'directions', 'features', 'sizes'].forEach((p) => showLoading(byId(`${p}-body`)));
  await Promise.all([page.loadBrands(), loadPaths()]);
  await loadPanels();
}

function words() {
  document.title = `${t('peopleTitle')} · ${t('title')}`;
  choice(byId('breadth'), BREADTHS, state.breadth, (b) => t(`b_${b || 'all'}`), (breadth) => {
    change({ breadth });
    directions.load({ ...asked(), breadth }, page.nameOf(myBrand()));
  });
}

byId('brand-form').addEventListener('submit', (event) => {
  event.preventDefault();
  rememberBrand(page.typedBrand());
  change({ asOf: byId('as-of').value.slice(0, 16) });
  loadPanels();
});
byId('as-of-now').addEventListener('click', () => {
  change({ asOf: '' });
  loadPanels();
});
['directions-form', 'features-form'].forEach((id) =>
  byId(id).addEventListener('submit', (event) => event.preventDefault()));

page.start();
