// Starts the minimal page: our platform layer's scripts around the module, nothing else.
import create from './minimal.js';
import { App } from './bridge.js';
import { Frames } from './frames.js';
import { Input } from './input.js';
import { View } from './view.js';

const picture = document.querySelector('canvas');
let memory;
const module = await create({
  host: { tree() {}, wishes() {}, cursor(name) { picture.style.cursor = name; } },
  instantiateWasm(imports, receive) {
    WebAssembly.instantiateStreaming(fetch('minimal.wasm'), imports).then(({ instance, module: compiled }) => {
      memory = Object.values(instance.exports).find((each) => each instanceof WebAssembly.Memory);
      receive(instance, compiled);
    });
    return {};
  },
});
const app = new App(module, memory);
const frames = new Frames((now) => app.frame(now));
const view = new View(picture, () => {
  app.send(view.message());
  frames.wake();
});
view.measure();
app.start(view.message());
app.createGraphics();
view.observe();
new Input(picture.parentElement, picture, (...event) => {
  app.pointer(...event);
  frames.wake();
});
picture.addEventListener('webglcontextlost', (event) => {
  event.preventDefault();
  app.loseGraphics();
});
picture.addEventListener('webglcontextrestored', () => {
  app.createGraphics();
  frames.wake();
});
frames.wake();
