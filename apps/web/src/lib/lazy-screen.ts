import { lazyRouteComponent } from '@tanstack/react-router';
import { loadCatalogue, type CatalogueName } from '../i18n/catalogues.ts';

/** A screen that comes with the strings of its feature, both asked for at once. */
export function lazyScreen<Module extends Record<string, unknown>, Name extends keyof Module & string>(
  catalogue: CatalogueName,
  load: () => Promise<Module>,
  name: Name,
) {
  return lazyRouteComponent(async () => {
    const [module] = await Promise.all([load(), loadCatalogue(catalogue)]);
    return module;
  }, name);
}
