/**
 * What Bolt carries for other ways of receiving requests: an Express server, OAuth, Socket Mode. The function behind API Gateway
 * uses none of it. It is 1,1 MB and half of the load time: docs/adr/0004-bundle-budget.md.
 */
const leftOut = /^(?:express|raw-body|path-to-regexp|@slack\/oauth|@slack\/socket-mode)$/;

/** While the module loads, it gives Bolt names to export and classes to extend; whoever makes one of them is told. */
const standIn = (name) => `
  class LeftOut {
    constructor() {
      throw new Error('${name} is left out of this bundle: infrastructure/leave-out-of-bolt.cjs');
    }
  }
  module.exports = new Proxy(LeftOut, {
    get: (target, key) => (key === '__esModule' ? false : key === 'prototype' ? target.prototype : LeftOut),
  });
`;

module.exports = {
  name: 'leave-out-of-bolt',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: leftOut }, ({ path, importer }) =>
      /[\\/]@slack[\\/]bolt[\\/]/.test(importer) ? { path, namespace: 'left-out' } : null,
    );
    onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) => ({ contents: standIn(path), loader: 'js' }));
  },
};
