const { basename } = require('node:path');

/** Keeps the chunks of each function in a folder of its own, so that serverless.yml can leave the others' out of its zip. */
module.exports = [
  {
    name: 'chunks-by-function',
    setup({ initialOptions }) {
      const [entry] = initialOptions.entryPoints;
      initialOptions.chunkNames = `${basename(entry, '.ts')}/[name]-[hash]`;
    },
  },
];
