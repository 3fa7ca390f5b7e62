// The mocks of @tauri-apps/api look for a window; the tests of state classes need nothing else of one.

if (!('window' in globalThis)) {
  Object.defineProperty(globalThis, 'window', { value: globalThis, configurable: true });
}

// The app's window freezes this, so that nothing can be smuggled in through it. A package that assigns
// `constructor` or `toString` to an object of its own fails there, and shall fail here first.
Object.freeze(Object.prototype);
