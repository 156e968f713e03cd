/**
 * Makes the chat page quicker; without it every form still works. It sends without leaving the
 * page, and asks for news.
 */
'use strict';

const POLL_MS = 5_000;
const SLOWEST_POLL_MS = 60_000;
const SLOWEST_FILE_MS = 60_000;
const SLOW_MS = 5_000;
const RECENT_MS = 30_000;

const list = document.getElementById('conversation');
const composer = document.getElementById('composer');
const box = document.getElementById('text');
const problem = document.getElementById('problem');
const status = document.getElementById('status');
const key = composer.elements.key.value;

let sequence = Number(list.dataset.sequence);
let message = composer.elements.message.value;
let sending = false;
let lastActed = 0;
let pause = POLL_MS;
let nextPoll;

/**
 * @param sent the form that this answers; of any other, what was typed goes along
 * @returns the last message, where it is new
 */
function show({ html, feedback, sequence: newest }, sent) {
  const before = list.lastElementChild;
  const holder = document.createElement('template');
  holder.innerHTML = html;
  for (const item of [...holder.content.children]) {
    if (document.getElementById(item.id)) continue;
    if (item.querySelector('.reply')) {
      carryOver(item, sent);
      clearOldButtons();
    }
    keepOneControl(item);
    list.append(item);
  }
  for (const each of feedback) {
    const old = document.getElementById(each.id);
    if (old) old.outerHTML = each.html;
  }
  sequence = Math.max(sequence, newest);
  return list.lastElementChild === before ? null : list.lastElementChild;
}

/** What asked already whether it is sorted does not ask twice: the newest asks, unless it was told. */
function keepOneControl(item) {
  const asking = item.querySelector('.feedback');
  const before = asking && document.getElementById(asking.id);
  if (before) (before.querySelector('.feedback__thanks') ? asking : before).remove();
}

/** A question in between takes nothing from a form that is half filled in. */
function carryOver(item, sent) {
  const before = document.querySelector('[data-mark]');
  const after = item.querySelector('[data-mark]');
  if (!before || !after || before === sent || before.dataset.mark !== after.dataset.mark) return;
  for (const [name, value] of new FormData(before)) {
    if (name.startsWith('f-')) after.elements.namedItem(name).value = value;
  }
}

function clearOldButtons() {
  const old = '.welcome, article > :is(.choices, .upload, .request-form)';
  for (const each of document.querySelectorAll(old)) each.remove();
}

/** Says what went wrong where the person is: under the files they chose, or at the box. */
function tell(text, form = composer) {
  const place = form.querySelector('.upload__problem') ?? problem;
  place.replaceChildren();
  if (place === problem) box.classList.toggle('nhsuk-textarea--error', text !== '');
  else place.parentElement.classList.toggle('nhsuk-form-group--error', text !== '');
  if (text === '') return;
  const said = document.createElement('span');
  said.className = 'nhsuk-error-message';
  said.textContent = text;
  place.append(said);
}

async function call(url, { within = 30_000, ...options }) {
  const response = await fetch(url, { ...options, signal: AbortSignal.timeout(within) });
  if (response.status === 401) location.replace('/who?ended=quiet');
  const body = await response.json();
  if (!response.ok) throw new Error(body.error, { cause: 'told' });
  return body;
}

async function send(form, button) {
  if (sending) return;
  const hasFiles = form.matches('.upload__form');
  const wrong = hasFiles ? wrongWithFiles(form) : '';
  tell(wrong, form);
  if (wrong !== '') return form.querySelector('.upload__file').focus();
  sending = true;
  const words = box.value;
  const filled = new FormData(form, button);
  const data = hasFiles ? filled : new URLSearchParams(filled);
  data.set('message', message);
  data.set('after', String(sequence));
  status.textContent = form.dataset.doing ?? 'Sending…';
  const slow = setTimeout(() => {
    status.textContent = list.dataset.slow;
  }, SLOW_MS);
  form.setAttribute('aria-busy', 'true');
  try {
    const headers = { accept: 'application/json' };
    const within = hasFiles ? SLOWEST_FILE_MS : undefined;
    const got = await call(form.getAttribute('action'), {
      method: 'POST',
      headers,
      body: data,
      within,
    });
    message = got.message;
    if (form === composer) keepWhatCameAfter(words);
    moveOn(form, show(got, form), got.feedback);
  } catch (error) {
    // The same id goes with the same words when Send is pressed again: it cannot be done twice.
    const { unreached, offline } = list.dataset;
    const why = error.cause === 'told' ? error.message : offline;
    // Where no answer came, nobody knows: it may be there already.
    const isLost = error.cause !== 'told' && navigator.onLine;
    tell(isLost ? unreached : `Not sent. ${why}`, form);
  } finally {
    clearTimeout(slow);
    sending = false;
    status.textContent = '';
    form.removeAttribute('aria-busy');
  }
}

/** On a slow network somebody writes on before the answer is here. */
function keepWhatCameAfter(words) {
  if (box.value.startsWith(words)) box.value = box.value.slice(words.length).trimStart();
}

/** Known before anything is sent: a phone need not send ten megabytes to be told. */
function wrongWithFiles(form) {
  const files = [...form.querySelector('.upload__file').files];
  if (files.length === 0) return form.dataset.choose;
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  return bytes > Number(form.dataset.most) ? form.dataset.tooBig : '';
}

/** Puts the reader where the news is: a button that was pressed may be gone. */
function moveOn(form, added, feedback) {
  added?.scrollIntoView({ block: 'start' });
  const isBeside = form === composer || form.matches('.upload__form');
  const wrong = isBeside ? null : added?.querySelector('.nhsuk-error-summary');
  if (wrong) return wrong.focus();
  if (form === composer) box.focus({ preventScroll: true });
  else if (added) added.querySelector('article').focus({ preventScroll: true });
  else if (feedback[0]) {
    document.getElementById(feedback[0].id)?.querySelector('.feedback__thanks')?.focus();
  }
}

async function poll() {
  if (document.hidden || sending) return schedule();
  // What was done on a page that was hidden long since keeps nobody signed in.
  const active = Date.now() - lastActed < RECENT_MS;
  const query = new URLSearchParams({ after: String(sequence), active: active ? '1' : '0' });
  lastActed = 0;
  try {
    const headers = { accept: 'application/json', 'x-session-key': key };
    const news = await call(`/chat/updates?${query}`, { headers });
    if (!sending) showNews(news);
    pause = POLL_MS;
  } catch {
    pause = Math.min(pause * 2, SLOWEST_POLL_MS);
  }
  schedule();
}

/** Somebody who reads further up is left there. */
function showNews(news) {
  const wasAtEnd = list.getBoundingClientRect().bottom <= window.innerHeight;
  const added = show(news);
  // What was said not to have arrived may have.
  if (added) tell('');
  if (wasAtEnd) added?.scrollIntoView({ block: 'center' });
}

function schedule() {
  clearTimeout(nextPoll);
  nextPoll = setTimeout(() => void poll(), pause);
}

for (const event of ['keydown', 'pointerdown', 'input']) {
  document.addEventListener(event, () => {
    lastActed = Date.now();
  });
}
document.addEventListener('submit', (event) => {
  if (!event.target.matches('[data-sends]')) return;
  event.preventDefault();
  void send(event.target, event.submitter);
});
box.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  composer.requestSubmit();
});

addEventListener('offline', () => {
  if (!sending) status.textContent = list.dataset.offline;
});
addEventListener('online', () => {
  if (!sending) status.textContent = '';
  pause = POLL_MS;
  schedule();
});

// Who comes back reads what is new, not what was said weeks ago.
const [arrival] = performance.getEntriesByType('navigation');
if (location.hash === '' && arrival?.type === 'navigate') {
  document.getElementById('latest')?.scrollIntoView();
}

schedule();
