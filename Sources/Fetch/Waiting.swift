import CSystem
import Glibc

/// One descriptor to poll for several things: a socket, and a moment that must not be missed.
final class Waiting {
  let descriptor = epoll_create1(Int32(EPOLL_CLOEXEC))
  private let timer = timerfd_create(CLOCK_MONOTONIC, Int32(TFD_CLOEXEC | TFD_NONBLOCK))

  init() { add(timer, EPOLLIN.rawValue) }

  deinit {
    close(timer)
    close(descriptor)
  }

  /// Becomes readable after so many milliseconds; 0: at once.
  func set(milliseconds: Int) {
    var due = itimerspec()
    due.it_value.tv_sec = milliseconds / 1000
    due.it_value.tv_nsec = milliseconds % 1000 * 1_000_000 + (milliseconds == 0 ? 1 : 0)
    timerfd_settime(timer, 0, &due, nil)
  }

  var isDue: Bool {
    var request = pollfd(fd: timer, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) > 0
  }

  /// Readable when `other` can be read, or written too where `forWriting`. Closing it takes it out.
  func watch(_ other: Int32, forWriting: Bool = false) {
    add(other, forWriting ? EPOLLIN.rawValue | EPOLLOUT.rawValue : EPOLLIN.rawValue)
  }

  private func add(_ other: Int32, _ events: UInt32) {
    var event = epoll_event()
    event.events = events
    if epoll_ctl(descriptor, EPOLL_CTL_ADD, other, &event) != 0 { epoll_ctl(descriptor, EPOLL_CTL_MOD, other, &event) }
  }

  /// Waits until it is readable, but not longer than `milliseconds` (-1: as long as it takes).
  func wait(milliseconds: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, milliseconds) > 0
  }
}
