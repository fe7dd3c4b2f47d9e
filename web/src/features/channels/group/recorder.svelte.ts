// A voice from the phone's microphone. Ends by itself before it grows too long to send with a weak signal.
const longest = 3 * 60;

export class Recorder {
  seconds = $state(0);
  running = $state(false);
  voice = $state.raw<Blob>();

  #recorder: MediaRecorder | undefined;
  #ticking: ReturnType<typeof setInterval> | undefined;

  /** Throws what the browser says when it may not listen. */
  async begin(): Promise<void> {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const recorder = new MediaRecorder(stream, { audioBitsPerSecond: 32_000 });
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => void parts.push(data);
    recorder.onstop = () => {
      clearInterval(this.#ticking);
      for (const track of stream.getTracks()) track.stop();
      this.running = false;
      this.voice = new Blob(parts, { type: recorder.mimeType });
    };
    this.voice = undefined;
    this.seconds = 0;
    this.running = true;
    this.#recorder = recorder;
    this.#ticking = setInterval(() => ++this.seconds >= longest && this.end(), 1000);
    recorder.start();
  }

  end(): void {
    if (this.#recorder?.state === 'recording') this.#recorder.stop();
  }

  forget(): void {
    this.voice = undefined;
  }
}
