// app.js is Emscripten's glue, made by the build.
import type { CreateApp } from './types.d.ts';
declare const createApp: CreateApp;
export default createApp;
