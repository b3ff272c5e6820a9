// How good a connection is, in a word, and how much we send: less to each the more there are, as every picture is encoded once
// for each of the others.

const FULL = { maxBitrate: 1_200_000, maxFramerate: 30, scaleResolutionDownBy: 1 };
const STEPS = {
  2: FULL,
  3: { maxBitrate: 600_000, maxFramerate: 24, scaleResolutionDownBy: 1 },
  4: { maxBitrate: 300_000, maxFramerate: 20, scaleResolutionDownBy: 2 },
};
const SMALLEST = { maxBitrate: 120_000, maxFramerate: 12, scaleResolutionDownBy: 4 };
const SCREEN = { maxBitrate: 1_000_000, maxFramerate: 8, scaleResolutionDownBy: 1 };

/** @param {number} people in the call, ourselves included */
export function encoding(people, isScreen) {
  if (isScreen) return SCREEN;
  return people <= 2 ? FULL : STEPS[people] ?? SMALLEST;
}

/** What the camera is asked for; nobody needs more, and a small picture costs less to make smaller. */
export function camera(people) {
  return people <= 2
    ? { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } }
    : { width: { ideal: 640, max: 1280 }, height: { ideal: 360, max: 720 }, frameRate: { ideal: people > 4 ? 15 : 24 } };
}

/** Bars from 1 to 4, by round trip in seconds and the part of packets that was lost. */
export function grade({ roundTrip = 0, lost = 0 }) {
  if (lost > 0.12 || roundTrip > 0.8) return 1;
  if (lost > 0.05 || roundTrip > 0.4) return 2;
  if (lost > 0.02 || roundTrip > 0.25) return 3;
  return 4;
}

/** Measures what came in since the last time. */
export class Measure {
  constructor(peer) {
    this.peer = peer;
    this.before = { received: 0, lost: 0 };
  }

  /** @returns {Promise<number>} bars from 1 to 4; 0 while there is no connection */
  async bars() {
    if (this.peer.state !== 'connected') return 0;
    const now = { received: 0, lost: 0 };
    let roundTrip = 0;
    for (const report of (await this.peer.pc.getStats()).values()) {
      if (report.type === 'inbound-rtp') {
        now.received += report.packetsReceived ?? 0;
        now.lost += Math.max(0, report.packetsLost ?? 0);
      } else if (report.type === 'candidate-pair' && report.nominated) {
        roundTrip = Math.max(roundTrip, report.currentRoundTripTime ?? 0);
      }
    }
    const received = now.received - this.before.received;
    const lost = now.lost - this.before.lost;
    this.before = now;
    return grade({ roundTrip, lost: received + lost > 20 ? lost / (received + lost) : 0 });
  }
}
