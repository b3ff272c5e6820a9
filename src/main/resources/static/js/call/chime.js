// Short tones without files (W3C Web Audio). Browsers stay silent until the person has touched the page once.

/** Frequencies in hertz, one after the other. */
const TUNES = { called: [659, 784, 988, 784, 988], arrival: [659, 880], knock: [440, 440], joined: [784], test: [523, 659, 784, 1047] };
const NOTE = 0.17; // seconds

let context = null;

/**
 * Plays a tune once.
 * @param {'called'|'arrival'|'knock'|'joined'|'test'} kind
 * @returns {boolean} false where the browser keeps the page silent
 */
export function chime(kind) {
  const Context = window.AudioContext;
  if (!Context) return false;
  context ??= new Context();
  context.resume().catch(() => {});
  (TUNES[kind] ?? TUNES.arrival).forEach((frequency, at) => note(frequency, context.currentTime + 0.03 + at * NOTE));
  return context.state === 'running';
}

function note(frequency, begin) {
  const tone = new OscillatorNode(context, { type: 'sine', frequency });
  const volume = new GainNode(context, { gain: 0 });
  volume.gain.setValueAtTime(0, begin);
  volume.gain.linearRampToValueAtTime(0.25, begin + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, begin + NOTE * 1.4);
  tone.connect(volume).connect(context.destination);
  tone.start(begin);
  tone.stop(begin + NOTE * 1.5);
}
