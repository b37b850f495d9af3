// Put onto each page, whoever made it: presses an arrow key on the first slider and says how long the answer took.
//
// The answer is there when the page's one visible text "line <number>" shows the expected number, and every picture that
// was there before has been replaced and is complete. It is painted when the next frame has been produced: a new
// ResizeObserver is told once, in that frame after its layout (also if the answer came in an animation callback of the
// very same frame), and a message posted then is delivered just after the frame.
(() => {
  const LINE = /^\s*line (\d+)\s*$/;
  const PATIENCE = 10_000;

  const visible = (element) => element.getClientRects().length > 0;

  function findLine() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (LINE.test(node.data) && visible(node.parentElement)) return node.parentElement;
    }
    return null;
  }

  let line = null;
  function read() {
    if (!line?.isConnected) line = findLine();
    const found = line && LINE.exec(line.textContent);
    return found ? Number(found[1]) : null;
  }

  const handle = () => [...document.querySelectorAll('.noUi-handle, input[type="range"]')].find(visible);
  const pictures = () => [...document.images].filter((image) => visible(image) && image.naturalWidth > 100);

  const painted = () =>
    new Promise((resolve) => {
      const observer = new ResizeObserver(() => {
        observer.disconnect();
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now());
        channel.port2.postMessage(0);
      });
      observer.observe(document.body);
    });

  /** Resolves with the time at which the page holds the answer. */
  function answered(expected, before) {
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(timer);
        observer.disconnect();
        document.removeEventListener('load', look, true);
      };
      const look = () => {
        if (read() !== expected) return;
        if (before.size) {
          const now = pictures();
          if (now.length < before.size || now.some((image) => before.has(image.currentSrc) || !image.complete)) return;
        }
        const time = performance.now();
        end();
        resolve(time);
      };
      const observer = new MutationObserver(look);
      const timer = setTimeout(() => (end(), reject(new Error(`line ${read()}, not ${expected}`))), PATIENCE);
      observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributeFilter: ['src'] });
      document.addEventListener('load', look, true);
    });
  }

  function strike(step) {
    const key = step > 0 ? 'ArrowRight' : 'ArrowLeft';
    const target = handle();
    const init = { key, code: key, keyCode: step > 0 ? 39 : 37, bubbles: true, cancelable: true };
    target.focus({ preventScroll: true });
    target.dispatchEvent(new KeyboardEvent('keydown', init));
    target.dispatchEvent(new KeyboardEvent('keyup', init));
  }

  async function press(step) {
    const before = new Set(pictures().map((image) => image.currentSrc));
    const answer = answered(read() + step, before);
    const began = performance.now();
    strike(step);
    const there = await answer;
    return [there - began, (await painted()) - began];
  }

  const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  /** Notes when the first line of the page has been painted, counted from the address being opened. */
  function arrive() {
    if (document.body && findLine()) void painted().then((time) => (globalThis.probe.firstLine = time));
    else requestAnimationFrame(arrive);
  }
  requestAnimationFrame(arrive);

  globalThis.probe = {
    firstLine: null,
    read,
    /** Whether there is a slider to press, and a line to look at. */
    ready: () => Boolean(handle()) && read() !== null,
    /** Press the key some times, up and down in turn; pause: milliseconds between, null for at once. */
    async press(count, gap) {
      const times = [];
      for (let i = 0; i < count; i++) {
        // A little more or less each time, so that the key meets the screen's frames at any moment.
        if (gap !== null) await pause(gap + Math.random() * 34);
        times.push(await press(Math.floor(i / 10) % 2 ? -1 : 1));
      }
      return times;
    },
    /** Press the key some times without looking for an answer. */
    async strike(count, gap) {
      for (let i = 0; i < count; i++) {
        strike(i % 2 ? -1 : 1);
        await pause(gap);
      }
    },
  };
})();
