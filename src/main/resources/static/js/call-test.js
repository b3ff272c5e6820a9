// The page that checks everything before a call: camera, microphone, speaker, connection, relay; each in plain words.
import { chime } from './call/chime.js';
import { openDevices, stopDevices } from './call/devices.js';

const SILENCE = 4_000;
const CONNECTION = 10_000;
const SIGNS = { good: 'bi-check-circle-fill', bad: 'bi-exclamation-triangle-fill', none: 'bi-dash-circle' };

const within = (milliseconds, promise) => Promise.race([promise, new Promise((_, fail) => setTimeout(() => fail(new Error('late')), milliseconds))]);

class CallTest extends HTMLElement {
  connectedCallback() {
    this.words = this.querySelector('[data-words]').dataset;
    this.querySelector('[data-start]').addEventListener('click', event => this.start(event.currentTarget));
    this.querySelector('[data-play]').addEventListener('click', () => chime('test'));
    this.querySelector('[data-yes]').addEventListener('click', () => this.heard(true));
    this.querySelector('[data-no]').addEventListener('click', () => this.heard(false));
    addEventListener('pagehide', () => this.stop());
  }

  disconnectedCallback() {
    this.stop();
  }

  stop() {
    stopDevices(this.stream);
    clearInterval(this.measuring);
  }

  async start(button) {
    button.disabled = true;
    this.stop();
    this.outcomes = {};
    this.querySelectorAll('[data-says]').forEach(says => { says.textContent = this.words.checking; });
    const opened = await openDevices();
    this.stream = opened.stream;
    this.camera(opened.camera);
    this.microphone(opened.microphone);
    this.speaker();
    await Promise.all([this.connection(), this.relay()]);
    button.disabled = false;
  }

  /** @param {string} check which @param {'good'|'bad'|'none'} outcome @param {string} word its key */
  say(check, outcome, word) {
    const place = this.querySelector(`[data-check="${check}"]`);
    place.dataset.outcome = outcome;
    place.querySelector('.bi').className = `bi ${SIGNS[outcome]}`;
    place.querySelector('[data-says]').textContent = this.words[word];
    this.outcomes[check] = outcome;
    const all = Object.values(this.outcomes);
    if (all.length === 5) this.querySelector('[data-result]').textContent = all.includes('bad') ? this.words.someBad : this.words.allGood;
  }

  failed(check, state) {
    this.say(check, 'bad', check + state[0].toUpperCase() + state.slice(1));
  }

  camera(state) {
    if (state !== 'on') return this.failed('camera', state);
    const video = this.querySelector('video');
    video.srcObject = this.stream;
    video.hidden = false;
    return this.say('camera', 'good', 'cameraGood');
  }

  /** Shows how loud it is; a microphone that hears nothing at all is one that is switched off. */
  microphone(state) {
    if (state !== 'on') return this.failed('microphone', state);
    const meter = this.querySelector('meter');
    meter.hidden = false;
    const context = new AudioContext();
    const analyser = new AnalyserNode(context, { fftSize: 512 });
    context.createMediaStreamSource(this.stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const begun = Date.now();
    let isHeard = false;
    this.measuring = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
      meter.value = Math.min(100, Math.round(loudest * 200));
      if (!isHeard && loudest > 0.01) {
        isHeard = true;
        this.say('microphone', 'good', 'microphoneGood');
      } else if (!isHeard && Date.now() - begun > SILENCE && !this.outcomes.microphone) this.say('microphone', 'bad', 'microphoneQuiet');
    }, 100);
    return null;
  }

  speaker() {
    chime('test');
    this.querySelector('[data-heard]').hidden = false;
    this.querySelector('[data-check="speaker"] [data-says]').textContent = this.words.speakerAsk;
  }

  heard(isHeard) {
    this.say('speaker', isHeard ? 'good' : 'bad', isHeard ? 'speakerGood' : 'speakerBad');
  }

  /** Two connections of this browser to each other show that it can; the server has to answer besides. */
  async connection() {
    const answer = await fetch('/call-test/servers', { headers: { Accept: 'application/json' } }).catch(() => null);
    this.servers = answer?.ok ? await answer.json() : null;
    if (!this.servers) return this.say('connection', 'bad', 'connectionServer');
    const [one, other] = [new RTCPeerConnection(), new RTCPeerConnection()];
    try {
      await within(CONNECTION, this.loop(one, other));
      this.say('connection', 'good', 'connectionGood');
    } catch {
      this.say('connection', 'bad', 'connectionBad');
    } finally {
      one.close();
      other.close();
    }
    return null;
  }

  async loop(one, other) {
    one.onicecandidate = ({ candidate }) => candidate && other.addIceCandidate(candidate).catch(() => {});
    other.onicecandidate = ({ candidate }) => candidate && one.addIceCandidate(candidate).catch(() => {});
    const line = one.createDataChannel('test');
    const heard = new Promise(done => { other.ondatachannel = ({ channel }) => { channel.onmessage = done; }; });
    line.onopen = () => line.send('hello');
    await one.setLocalDescription();
    await other.setRemoteDescription(one.localDescription);
    await other.setLocalDescription();
    await one.setRemoteDescription(other.localDescription);
    await heard;
  }

  /** Whether a relay answers, which networks that let nothing through need. */
  async relay() {
    const answer = await fetch('/call-test/servers', { headers: { Accept: 'application/json' } }).catch(() => null);
    const servers = (answer?.ok ? await answer.json() : []).filter(server => server.username);
    if (!servers.length) return this.say('relay', 'none', 'relayNone');
    const connection = new RTCPeerConnection({ iceServers: servers, iceTransportPolicy: 'relay' });
    try {
      await within(CONNECTION, new Promise(done => {
        connection.onicecandidate = ({ candidate }) => candidate?.type === 'relay' && done();
        connection.createDataChannel('test');
        connection.setLocalDescription();
      }));
      this.say('relay', 'good', 'relayGood');
    } catch {
      this.say('relay', 'bad', 'relayBad');
    } finally {
      connection.close();
    }
    return null;
  }
}

customElements.define('careroom-call-test', CallTest);
