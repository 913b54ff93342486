const asyncHooks = require('node:async_hooks');
const { createRequire } = require('node:module');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const vm = require('node:vm');
const Runtime = require('jest-runtime').default;

const IN_PACKAGES = `${path.sep}node_modules${path.sep}`;
/** Loaded anew for each test file: the file itself, and what runs in a browser, where modules keep a page's state. */
const FRESH = /\.(test|spec|fixture)\.\w+$|\/src\/web\//;
const SYNTAX = {
  supportsDynamicImport: true,
  supportsExportNamespaceFrom: true,
  supportsStaticESM: true,
  supportsTopLevelAwait: true,
};
const IMPORT = Object.freeze({ conditions: ['import', 'node', 'default'] });

/** What the test files of one worker share: modules by path, packages by name. */
const shared = new Map();
const sourceMaps = new Map();
/** That of the test file which runs. */
let current;
/** Ends when what was begun is linked: a module that is being linked for one importer cannot be for another. */
let linked = Promise.resolve();

/**
 * Jest's, but packages and the server's modules are loaded once for all test files of a worker, not once for each: that
 * was half of the work of most files. What tests change is never kept in them, but in the application that a test starts.
 * All runs in the context of the process itself (`environment.js`), with modules of packages as Node.js loads them.
 */
module.exports = class SharedModulesRuntime extends Runtime {
  constructor(config, environment, resolver, transformer, ...others) {
    super(config, environment, resolver, transformer, ...others);
    this.resolver = resolver;
    this.transformer = transformer;
    this.fresh = new Map();
    this.storages = [];
    current = this;
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  async unstable_importModule(file) {
    return evaluated(await this.moduleAt(file));
  }

  /** A module of Jest's own. What keeps the tests of a file is loaded anew. */
  requireInternalModule(from, name) {
    const load = createRequire(from);
    const file = name ? load.resolve(name) : from;
    if (!file.includes('jest-circus')) return load(file);
    delete load.cache[file];
    return this.keepingStorages(() => load(file));
  }

  /** Each promise is shown to each storage there is: that of a file which is done would cost every later file. */
  keepingStorages(load) {
    const { AsyncLocalStorage } = asyncHooks;
    const { storages } = this;
    asyncHooks.AsyncLocalStorage = class extends AsyncLocalStorage {
      constructor(...options) {
        super(...options);
        storages.push(this);
      }
    };
    try {
      return load();
    } finally {
      asyncHooks.AsyncLocalStorage = AsyncLocalStorage;
    }
  }

  teardown() {
    for (const storage of this.storages) storage.disable();
    super.teardown();
  }

  getSourceMaps() {
    return sourceMaps;
  }

  /** What is meant by a name in a file. */
  imported(name, from) {
    if (name === '@jest/globals') return synthetic(name, this.requireModuleOrMock(from, name));
    if (!name.startsWith('.') && !path.isAbsolute(name)) return fromPackage(name);
    return this.moduleAt(this.resolver.resolveModule(from, name, IMPORT));
  }

  moduleAt(file) {
    if (file.includes(IN_PACKAGES)) return fromPackage(pathToFileURL(file).href);
    const modules = FRESH.test(file) ? this.fresh : shared;
    const known = modules.get(file);
    if (known?.status === 'errored') throw known.error;
    if (!known) modules.set(file, this.compiled(file));
    return modules.get(file);
  }

  compiled(file) {
    const { code, sourceMapPath } = this.transformer.transform(file, SYNTAX);
    if (sourceMapPath) sourceMaps.set(file, sourceMapPath);
    const meta = { url: pathToFileURL(file).href, filename: file, dirname: path.dirname(file) };
    return new vm.SourceTextModule(code, {
      identifier: file,
      initializeImportMeta: (empty) => Object.assign(empty, meta),
      importModuleDynamically: async (name) => evaluated(await current.imported(name, file)),
    });
  }
};

async function evaluated(module) {
  const link = () =>
    module.status === 'unlinked' && module.link((name, from) => current.imported(name, from.identifier));
  const done = linked.then(link);
  linked = done.catch(() => undefined);
  await done;
  await module.evaluate();
  return module;
}

function fromPackage(name) {
  if (!shared.has(name))
    shared.set(
      name,
      import(name).then((all) => synthetic(name, all)),
    );
  return shared.get(name);
}

function synthetic(identifier, all) {
  const names = Object.keys(all);
  const fill = function () {
    for (const name of names) this.setExport(name, all[name]);
  };
  return new vm.SyntheticModule(names, fill, { identifier });
}
