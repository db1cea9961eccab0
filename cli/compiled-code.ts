import module from 'node:module';

/**
 * Has Node keep compiled code from one start to the next, in the folder for temporary files; Node 20 cannot. What is imported before this
 * is not kept.
 * @see https://nodejs.org/api/module.html#module-compile-cache
 */
export function keepCompiledCode(): void {
  const enable: unknown = Reflect.get(module, 'enableCompileCache');
  if (typeof enable === 'function') Reflect.apply(enable, module, []);
}
