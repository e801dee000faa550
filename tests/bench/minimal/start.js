// Starts the minimal page: the canvas and the module, nothing else.
import create from './minimal.js';

create({ canvas: document.getElementById('canvas') });
