import { keepCompiledCode } from './compiled-code.ts';

keepCompiledCode();
await import('./comparison/conclude-apart.ts');
