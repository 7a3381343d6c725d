//! Kept connections of one runtime.

use super::connection::{Connection, Server};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// How long a connection is kept. Servers close theirs after a minute or more, and a request that meets that
/// is lost.
const KEPT_FOR: Duration = Duration::from_secs(30);

/// The most connections that are kept.
const MOST: usize = 128;

#[derive(Default)]
pub(super) struct Pool(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    connections: Vec<(Instant, Connection)>,
    /// Whether a [`Watch`] is there.
    is_watched: bool,
}

impl Pool {
    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The connection to this server that was used last, if it is still good.
    pub(super) async fn take(&self, server: &Server) -> Option<Connection> {
        loop {
            let (since, mut connection) = {
                let mut kept = self.lock();
                let place = kept.connections.iter().rposition(|(_, kept)| kept.server == *server)?;
                kept.connections.remove(place)
            };
            if since.elapsed() < KEPT_FOR && connection.is_still_reusable().await {
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
        if !kept.is_watched {
            kept.is_watched = true;
            tokio::spawn(Watch(Arc::downgrade(self)).keep_watch());
        }
    }
}

/// Closes what nobody used for long. It ends when nothing is kept, and with its runtime, whose connections
/// end with it.
struct Watch(Weak<Pool>);

impl Watch {
    async fn keep_watch(self) {
        loop {
            sleep(KEPT_FOR).await;
            let Some(pool) = self.0.upgrade() else { return };
            let mut kept = pool.lock();
            kept.connections.retain(|(since, _)| since.elapsed() < KEPT_FOR);
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
