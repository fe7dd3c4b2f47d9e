// A voice into a file, with the browser's own recorder. A minute of speech is some 200 kB.
import type { Recorded } from './captures.ts';

/** Seconds; what is longer is a talk, and belongs into a film or a text. */
export const longest = 300;
const bitsPerSecond = 24_000;
/** In the order in which they are wanted: small, and played everywhere. */
const kinds = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];

export const canRecord = (): boolean => 'MediaRecorder' in globalThis && !!navigator.mediaDevices;

export class Recorder {
  running = $state(false);
  seconds = $state(0);

  #recorder: MediaRecorder | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** Until stop() is called, or the longest that one may be. Throws what the browser says when it may not listen. */
  async start(): Promise<Recorded> {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, echoCancellation: true } });
    const mimeType = kinds.find((kind) => MediaRecorder.isTypeSupported(kind));
    const recorder = new MediaRecorder(stream, { audioBitsPerSecond: bitsPerSecond, ...(mimeType ? { mimeType } : {}) });
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    const ended = new Promise((done) => (recorder.onstop = done));
    // In pieces, so that what was said stays should the recorder fail.
    recorder.start(1000);
    this.#begin(recorder);
    await ended;
    this.#end(stream);
    return { blob: new Blob(parts, { type: recorder.mimeType }), seconds: Math.max(1, this.seconds) };
  }

  readonly stop = (): void => {
    if (this.#recorder?.state === 'recording') this.#recorder.stop();
  };

  #begin(recorder: MediaRecorder): void {
    this.#recorder = recorder;
    this.running = true;
    this.seconds = 0;
    const began = Date.now();
    this.#timer = setInterval(() => {
      this.seconds = Math.round((Date.now() - began) / 1000);
      if (this.seconds >= longest) this.stop();
    }, 250);
  }

  #end(stream: MediaStream): void {
    clearInterval(this.#timer);
    for (const track of stream.getTracks()) track.stop();
    this.running = false;
  }
}
