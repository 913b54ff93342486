/** Style sheets in unit tests: each class by the name that it has in its file. */
export default new Proxy({}, { get: (_target, name) => String(name) });
