/**
 * On every page of somebody who is signed in: leaves it after five quiet minutes, since ward
 * computers are shared, and keeps whoever does something signed in, however long they write.
 */
'use strict';

{
  const WARNING_MS = 60_000;
  const LOOK_EVERY_MS = 5_000;
  const TELL_EVERY_MS = 15_000;
  const SIGNED_OUT = '/who?ended=quiet';

  const quietMs = Number(document.body.dataset.quiet) * 1000;
  const key = document.querySelector('form[action="/leave"] [name=key]').value;
  const warning = document.getElementById('quiet');
  // The chat tells by itself, with its questions for news.
  const tells = document.getElementById('conversation') === null;

  let lastActive = Date.now();
  let lastTold = lastActive;

  /** Nothing is seen of the page while the next one comes. */
  const leave = () => {
    document.body.hidden = true;
    location.replace(SIGNED_OUT);
  };

  const look = () => {
    const quiet = Date.now() - lastActive;
    if (quiet >= quietMs) return leave();
    const isNear = quiet >= quietMs - WARNING_MS;
    const said = isNear ? warning.dataset.asks : '';
    if (warning.textContent !== said) warning.textContent = said;
    if (tells && lastActive > lastTold && Date.now() - lastTold >= TELL_EVERY_MS) void tell();
  };

  const tell = async () => {
    const before = lastTold;
    lastTold = Date.now();
    try {
      const { status } = await fetch('/still-here', { headers: { 'x-session-key': key } });
      if (status === 401) leave();
    } catch {
      lastTold = before; // out of reach now: it is told again
    }
  };

  for (const event of ['keydown', 'pointerdown', 'input', 'wheel', 'touchmove']) {
    const note = () => {
      // Whoever comes to a page that was left is not the one who left it.
      if (Date.now() - lastActive >= quietMs) return leave();
      lastActive = Date.now();
      warning.textContent = '';
    };
    document.addEventListener(event, note, { passive: true });
  }
  // Whoever leaves one page leaves them all.
  const others = new BroadcastChannel('signed-in');
  others.onmessage = leave;
  document.querySelector('form[action="/leave"]').addEventListener('submit', () => {
    others.postMessage('left');
  });
  document.addEventListener('visibilitychange', look);
  // A page that the browser keeps for "back" is empty, and is asked for anew.
  addEventListener('pagehide', () => {
    document.body.hidden = true;
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
  setInterval(look, LOOK_EVERY_MS);
}
