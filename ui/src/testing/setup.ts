// The mocks of @tauri-apps/api look for a window; the tests of state classes need nothing else of one.

if (!('window' in globalThis)) {
  Object.defineProperty(globalThis, 'window', { value: globalThis, configurable: true });
}
