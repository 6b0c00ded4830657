package dev.denchi.deploy.servers;

import java.nio.file.Path;

/** Another process of ours holds the folder. */
public final class HomeInUse extends IllegalStateException {

    HomeInUse(Path home, String holder) {
        super("%s is in use%s. Stop that one first, or choose another folder with --home."
                .formatted(home, holder.isEmpty() ? "" : " by process " + holder));
    }
}
