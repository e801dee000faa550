// What passes between the app and the page's modules; the app's side is web/ui/semantics.h and web/app/app.h.

export interface MirrorNode {
  id: string;
  depth: number;
  role: string;
  name?: string;
  description?: string;
  rect?: [x: number, y: number, width: number, height: number];
  lines?: [text: string, x: number, y: number, width: number][];
  size?: number;
  line?: number;
  bold?: boolean;
  mono?: boolean;
  level?: number;
  value?: string;
  value_text?: string;
  options?: string[];
  href?: string;
  for?: string;
  min?: number;
  max?: number;
  step?: number;
  checked?: boolean;
  expanded?: boolean;
  current?: boolean;
  disabled?: boolean;
  invalid?: boolean;
  multiline?: boolean;
  numeric?: boolean;
  sort?: 'ascending' | 'descending' | 'none';
  hidden_text?: boolean;
  placeholder?: string;
  blocks?: [kind: string, text: string][];
  prose_width?: number;
}

export interface Tree {
  title?: string;
  route?: string;
  width: number;
  height: number;
  announcement?: string;
  nodes: MirrorNode[];
}

export interface Wish {
  kind: string;
  value: string;
  key?: string;
  type?: string;
}

export interface Message {
  type: string;
  [member: string]: unknown;
}

/** Sends a message to the app and wakes it. */
export type Send = (message: Message) => void;

/** What app.wasm calls; see the EM_JS functions in web/platform. */
export interface HostCalls {
  glyphs: {
    font(face: number, pixels: number): number[];
    measure(face: number, pixels: number, letter: number, columns: number): number[];
    paint(): Uint8Array;
  };
  tree(json: string): void;
  wishes(json: string): void;
  cursor(name: string): void;
}

/** The exports of app.wasm as Emscripten's glue names them. */
export interface AppModule {
  _malloc(size: number): number;
  _free(pointer: number): void;
  _sw_app_start(json: number, size: number): void;
  _sw_app_send(json: number, size: number): void;
  _sw_app_pointer(kind: number, x: number, y: number, buttons: number, touch: number): void;
  _sw_app_frame(now: number): number;
  _sw_app_graphics(state: number): number;
}

export type CreateApp = (options: {
  host: HostCalls;
  instantiateWasm(
    imports: WebAssembly.Imports,
    receive: (instance: WebAssembly.Instance, module?: WebAssembly.Module) => void,
  ): object;
}) => Promise<AppModule>;
