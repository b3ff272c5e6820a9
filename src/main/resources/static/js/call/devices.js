// Camera and microphone of this browser (W3C Media Capture and Streams). Whatever is refused, missing or taken by another
// program, there is always a stream to go on with, be it without tracks, and a word for each device that says why.

/** Nothing larger is ever shown, and small pictures cost the others less. */
const PICTURE = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 } };
const SOUND = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

const REASONS = {
  NotAllowedError: 'refused', SecurityError: 'refused',
  NotFoundError: 'missing', OverconstrainedError: 'missing', TypeError: 'missing',
  NotReadableError: 'busy', AbortError: 'busy',
};

/** Why a device could not be had. Browsers hand no devices to pages that are not encrypted, which looks like none being there. */
const reason = error => REASONS[error?.name] ?? 'missing';

const constraint = (kind, device) => ({ ...kind, ...(device && { deviceId: { exact: device } }) });

async function ask(constraints) {
  if (!navigator.mediaDevices?.getUserMedia) throw new DOMException('no devices', 'NotFoundError');
  return navigator.mediaDevices.getUserMedia(constraints);
}

/** One of the two by itself. @returns {Promise<{track: ?MediaStreamTrack, state: string}>} */
async function one(kind, constraints) {
  try {
    const stream = await ask({ [kind]: constraints });
    return { track: stream.getTracks()[0], state: 'on' };
  } catch (error) {
    return { track: null, state: reason(error) };
  }
}

/**
 * Opens camera and microphone, both at once so that the person is asked once; where that fails each by itself.
 * @param {{camera?: boolean|string, microphone?: boolean|string}} wanted false for without, a string for the device with this id
 * @returns {Promise<{stream: MediaStream, camera: string, microphone: string}>} never rejects; the words are 'on', 'refused',
 *   'missing', 'busy', or 'off' where it was not wanted; the stream has a track for each that is 'on'
 */
export async function openDevices({ camera = true, microphone = true } = {}) {
  const video = camera && constraint(PICTURE, camera !== true && camera);
  const audio = microphone && constraint(SOUND, microphone !== true && microphone);
  if (video && audio) {
    try {
      return { stream: await ask({ video, audio }), camera: 'on', microphone: 'on' };
    } catch { /* each by itself, below, tells which of them it was */ }
  }
  const stream = new MediaStream();
  const states = {};
  for (const [name, kind, constraints] of [['microphone', 'audio', audio], ['camera', 'video', video]]) {
    const { track, state } = constraints ? await one(kind, constraints) : { track: null, state: 'off' };
    states[name] = state;
    if (track) stream.addTrack(track);
  }
  return { stream, camera: states.camera, microphone: states.microphone };
}

/** Gives the devices back: their lights go out. */
export function stopDevices(stream) {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

/** The devices there are, named once the person has let us use one. @returns {Promise<MediaDeviceInfo[]>} */
export async function listDevices() {
  return (await navigator.mediaDevices?.enumerateDevices?.().catch(() => [])) ?? [];
}

/** A picture of the screen, or null when the person chose none. */
export async function openScreen() {
  try {
    const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { ideal: 8, max: 15 } }, audio: false });
    const [track] = stream.getVideoTracks();
    track.contentHint = 'detail';
    return track;
  } catch {
    return null;
  }
}

/** Whether this browser can share its screen; phones cannot. */
export const canShareScreen = () => Boolean(navigator.mediaDevices?.getDisplayMedia);
