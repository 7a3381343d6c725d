//! Kept connections of one runtime.

use super::connection::{Connection, Server};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// How long a connection is kept. Servers close theirs after a minute or more, and a request that meets that
/// is lost.
const KEEP: Duration = Duration::from_secs(30);

/// The most connections that are kept.
const MOST: usize = 128;

pub(super) struct Pool {
    kept: Mutex<Kept>,
    keep: Duration,
}

#[derive(Default)]
struct Kept {
    connections: Vec<(Instant, Connection)>,
    /// Whether a [`Watch`] is there.
    is_watched: bool,
}

impl Default for Pool {
    fn default() -> Self {
        Self::keeping_for(KEEP)
    }
}

impl Pool {
    fn keeping_for(keep: Duration) -> Self {
        Self { kept: Mutex::default(), keep }
    }

    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The connection to this server that was used last, if it is still good.
    pub(super) async fn take(&self, server: &Server) -> Option<Connection> {
        loop {
            let (since, mut connection) = {
                let mut kept = self.lock();
                let place = kept.connections.iter().rposition(|(_, kept)| kept.server == *server)?;
                kept.connections.remove(place)
            };
            if since.elapsed() < self.keep && connection.is_still_reusable().await {
                return Some(connection);
            }
        }
    }

    /// Keeps a connection, if another request may go over it.
    pub(super) fn keep(self: &Arc<Self>, connection: Connection) {
        if !connection.is_reusable() {
            return;
        }
        let mut kept = self.lock();
        if kept.connections.len() >= MOST {
            kept.connections.remove(0);
        }
        kept.connections.push((Instant::now(), connection));
        let was_watched = std::mem::replace(&mut kept.is_watched, true);
        // Before a task starts, which may end at once and wants the lock.
        drop(kept);
        if !was_watched {
            tokio::spawn(Watch(Arc::downgrade(self)).every(self.keep));
        }
    }
}

/// Closes what nobody used for long. It ends when nothing is kept, and with its runtime, whose connections
/// end with it.
struct Watch(Weak<Pool>);

impl Watch {
    async fn every(self, keep: Duration) {
        loop {
            sleep(keep).await;
            let Some(pool) = self.0.upgrade() else { return };
            let mut kept = pool.lock();
            kept.connections.retain(|(since, _)| since.elapsed() < keep);
            if kept.connections.is_empty() {
                return;
            }
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(pool) = self.0.upgrade() {
            *pool.lock() = Kept::default();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::AddressPolicy;
    use std::io::{ErrorKind, Read};
    use std::net::TcpListener;
    use std::sync::Arc;
    use tokio::runtime::Builder;

    #[test]
    fn what_nobody_uses_is_closed() {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let uri = format!("http://{}/", listener.local_addr().unwrap()).parse().unwrap();
        let server = || Server::of(&uri, AddressPolicy::Any).unwrap();
        let tls = crate::adapter::tls().unwrap();
        let pool = Arc::new(Pool::keeping_for(Duration::from_millis(50)));
        Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
            let mut connection = Connection::open(server(), &Arc::new(tls).into()).await.unwrap();
            assert!(connection.is_still_reusable().await);
            pool.keep(connection);
            let (mut accepted, _) = listener.accept().unwrap();
            accepted.set_nonblocking(true).unwrap();
            assert_eq!(accepted.read(&mut [0]).unwrap_err().kind(), ErrorKind::WouldBlock);
            sleep(Duration::from_millis(500)).await;
            assert_eq!(accepted.read(&mut [0]).unwrap(), 0);
            assert!(pool.take(&server()).await.is_none());
            assert!(!pool.lock().is_watched);
        });
    }

    #[test]
    fn servers_are_told_apart() {
        let server = |uri: &str, policy| Server::of(&uri.parse().unwrap(), policy).unwrap();
        let one = server("https://a.example/x", AddressPolicy::Any);
        assert!(one == server("https://A.example/y?z", AddressPolicy::Any));
        for (uri, policy) in [
            ("http://a.example/x", AddressPolicy::Any),
            ("https://a.example:8443/x", AddressPolicy::Any),
            ("https://b.example/x", AddressPolicy::Any),
            ("https://a.example/x", AddressPolicy::DenyPrivate),
        ] {
            assert!(one != server(uri, policy), "{uri}");
        }
        for uri in ["/x", "ftp://a.example/x", "a.example:443"] {
            assert!(Server::of(&uri.parse().unwrap(), AddressPolicy::Any).is_err(), "{uri}");
        }
    }
}
