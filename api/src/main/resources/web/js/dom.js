import { t } from './i18n.js';

/**
 * Builds an element. Text is always set as text, never as markup. `on` holds listeners, `style`
 * CSS properties; an attribute that is null, undefined or false is left out.
 */
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'on') {
      Object.entries(value).forEach(([event, listener]) => node.addEventListener(event, listener));
    } else if (name === 'style') {
      Object.entries(value).forEach(([property, to]) => node.style.setProperty(property, to));
    } else if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(name, value === true ? '' : String(value));
    }
  }
  node.append(...children.flat(2).filter((child) => child !== null && child !== undefined));
  return node;
}

export function byId(id) {
  return document.getElementById(id);
}

/** Shows that something is on its way; what is there stays, dimmed. */
export function showLoading(box) {
  box.setAttribute('aria-busy', 'true');
  if (!box.hasChildNodes() || box.querySelector(':scope > .state')) {
    box.replaceChildren(
      h('div', { class: 'state loading', role: 'status', 'data-testid': 'loading' },
        h('span', { class: 'spinner', 'aria-hidden': 'true' }), t('loading')));
  }
}

/** Shows the finished content. */
export function show(box, ...children) {
  box.removeAttribute('aria-busy');
  box.replaceChildren(...children.flat().filter((child) => child !== null));
}

/** A sentence in place of rows. */
export function emptyState(text) {
  return h('p', { class: 'state empty', 'data-testid': 'empty' }, text);
}

/** Shows what went wrong, in the service's own words, with a way to try again. */
export function showError(box, error, again) {
  show(box, errorState(error, again));
}

export function errorState(error, again) {
  const detail = error.detail ?? t(error.key ?? 'errorShape', error.values);
  return h('div', {
    class: 'state error', role: 'alert', 'data-testid': 'error', 'data-status': error.status,
  },
  h('strong', {}, t('errorTitle')),
  h('span', {}, detail),
  again
    ? h('button', { type: 'button', class: 'quiet', on: { click: again } }, t('retry')) : null);
}

/** Radio buttons in a fieldset that look like one switch. */
export function choice(fieldset, values, selected, label, picked) {
  const name = fieldset.id;
  fieldset.querySelector('.options')?.remove();
  fieldset.append(h('span', { class: 'options' }, values.map((value) => {
    const input = h('input', {
      type: 'radio', name, value, checked: value === selected, on: { change: () => picked(value) },
    });
    return h('label', {}, input, h('span', {}, label(value)));
  })));
}
