// The live connection: news of what others do. It may be lost at any time; pages catch up over HTTP when it returns.
import { call, csrf } from './api.js';

/** Dispatches 'news' (detail: the item), 'connected' and 'lost'. */
export const live = new EventTarget();

let client = null;
let isConnected = false;
let showing = null;

export const connected = () => isConnected;

/** Sends a frame that may be lost. */
export function send(destination, content = {}) {
  if (isConnected) client.publish({ destination, body: JSON.stringify(content), headers: { 'content-type': 'application/json' } });
}

/** Says which room this page shows; null when none. It counts only while the page is visible. */
export function show(room) {
  showing = room;
  tellPlace();
}

function tellPlace() {
  send('/app/presence', { room: document.visibilityState === 'visible' ? showing : null });
}

function banner(lost) {
  const element = document.getElementById('connection');
  if (element) element.hidden = !lost;
}

function lost() {
  if (!isConnected) return;
  isConnected = false;
  setTimeout(() => banner(!isConnected), 1_500);
  live.dispatchEvent(new Event('lost'));
}

function connect() {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  let attempts = 0;
  client = new window.StompJs.Client({
    brokerURL: `${scheme}://${location.host}/live`,
    heartbeatIncoming: 10_000,
    heartbeatOutgoing: 10_000,
    reconnectDelay: 700 + Math.random() * 600,
    maxReconnectDelay: 15_000,
    reconnectTimeMode: window.StompJs.ReconnectionTimeMode.EXPONENTIAL,
    connectionTimeout: 10_000,
    beforeConnect: async () => {
      client.connectHeaders = { 'X-CSRF-TOKEN': csrf() };
      // A refused handshake tells a browser nothing; whether the sign-in has ended is asked over HTTP.
      if (attempts++ > 0) await call('/rooms/unread', { accept: 'application/json', background: true }).catch(() => {});
    },
    onConnect: () => {
      attempts = 0;
      isConnected = true;
      banner(false);
      client.subscribe('/user/queue/live', frame =>
        live.dispatchEvent(new CustomEvent('news', { detail: JSON.parse(frame.body) })));
      tellPlace();
      live.dispatchEvent(new Event('connected'));
    },
    onWebSocketClose: lost,
  });
  client.activate();
}

if (document.body.dataset.person) connect();
document.addEventListener('visibilitychange', tellPlace);
addEventListener('htmx:afterSettle', () => banner(client !== null && !isConnected));
