// Which theme is on, for what shows another picture on dark ground.

export const theme = $state({ dark: false });
