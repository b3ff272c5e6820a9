// The live connection: news of what others do. It may be lost at any time; pages catch up over HTTP when it returns.
import { call, csrf } from './api.js';

const PATIENCE = 1_500;

/** Dispatches 'news' (detail: the item), 'connected' and 'lost'. */
export const live = new EventTarget();

let client = null;
let isConnected = false;
let isLost = false;
let showing = null;

export const connected = () => isConnected;

/** Sends a frame that may be lost. */
export function send(destination, content = {}) {
  if (isConnected) client.publish({ destination, body: JSON.stringify(content), headers: { 'content-type': 'application/json' } });
}

/** Says which room this page shows, by the element that shows it. It counts only while the page is visible. */
export function show(element) {
  showing = element;
  tellPlace();
}

/** This element shows its room no longer; another one may have taken its place already, even for the same room. */
export function leave(element) {
  if (showing === element) show(null);
}

function tellPlace() {
  send('/app/presence', { room: (document.visibilityState === 'visible' && showing?.room) || null });
}

function banner() {
  const element = document.getElementById('connection');
  if (element) element.hidden = !isLost;
}

function lost() {
  isConnected = false;
  document.documentElement.dataset.live = 'lost';
  live.dispatchEvent(new Event('lost'));
  setTimeout(() => {
    isLost = !isConnected;
    banner();
  }, PATIENCE);
}

function connect() {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  const guest = document.body.dataset.as; // a page of a guest says as whom; it has no sign-in to ask about
  let attempts = 0;
  client = new window.StompJs.Client({
    brokerURL: `${scheme}://${location.host}/live${guest ? `?as=${guest}` : ''}`,
    heartbeatIncoming: 10_000,
    heartbeatOutgoing: 10_000,
    reconnectDelay: 700 + Math.random() * 600,
    maxReconnectDelay: 15_000,
    reconnectTimeMode: window.StompJs.ReconnectionTimeMode.EXPONENTIAL,
    connectionTimeout: 10_000,
    beforeConnect: async () => {
      client.connectHeaders = { 'X-CSRF-TOKEN': csrf() };
      // A refused handshake tells a browser nothing; whether the sign-in has ended is asked over HTTP.
      if (attempts++ > 0 && !guest) await call('/rooms/unread', { accept: 'application/json', background: true }).catch(() => {});
      client.connectHeaders = { 'X-CSRF-TOKEN': csrf() };
    },
    onConnect: () => {
      attempts = 0;
      isConnected = true;
      isLost = false;
      banner();
      document.documentElement.dataset.live = 'connected';
      client.subscribe('/user/queue/live', frame =>
        live.dispatchEvent(new CustomEvent('news', { detail: JSON.parse(frame.body) })));
      tellPlace();
      live.dispatchEvent(new Event('connected'));
    },
    onWebSocketClose: lost,
  });
  client.activate();
}

/** The network is back: no need to wait for the next attempt. */
async function atOnce() {
  if (isConnected) return;
  await client.deactivate({ force: true });
  client.activate();
}

/** Opens the connection on the page of a guest, who is known by a cookie. */
export function openAs(as) {
  if (client) return;
  document.body.dataset.as = as;
  start();
}

function start() {
  connect();
  addEventListener('online', atOnce);
  addEventListener('offline', () => client.forceDisconnect());
  document.addEventListener('visibilitychange', () => {
    tellPlace();
    if (document.visibilityState === 'visible') atOnce();
  });
  document.addEventListener('htmx:afterSettle', banner);
}

if (document.body.dataset.person || document.body.dataset.as) start();
