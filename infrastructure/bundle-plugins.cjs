const { basename } = require('node:path');
const leaveOutOfBolt = require('./leave-out-of-bolt.cjs');

/** Keeps the chunks of each function in a folder of its own, so that serverless.yml can leave the others' out of its zip. */
const chunksByFunction = {
  name: 'chunks-by-function',
  setup({ initialOptions }) {
    const [entry] = initialOptions.entryPoints;
    initialOptions.chunkNames = `${basename(entry, '.ts')}/[name]-[hash]`;
  },
};

module.exports = [chunksByFunction, leaveOutOfBolt];
