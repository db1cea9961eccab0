import { caseScript } from './script-case.ts';
import { dataScript } from './script-data.ts';
import { differencesScript } from './script-differences.ts';
import { filterScript } from './script-filter.ts';
import { listScript } from './script-list.ts';

/** The page's only script. */
export const reportScript = `'use strict';(()=>{${[dataScript, differencesScript, caseScript, filterScript, listScript].join('')}})()`;
