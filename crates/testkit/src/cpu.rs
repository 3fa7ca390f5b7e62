//! Processor time, which the standard library does not give.

/// Seconds that this process's main thread has run so far, to the nanosecond, from
/// `/proc/self/schedstat` (Linux, proc(5)). 0 elsewhere.
pub fn cpu_seconds() -> f64 {
    let schedstat = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    let nanoseconds = schedstat.split_whitespace().next().and_then(|field| field.parse().ok());
    nanoseconds.unwrap_or(0.0_f64) / 1e9
}
