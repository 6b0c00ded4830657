package dev.denchi.deploy.local.walk;

import java.util.List;

/** One step of the main job. It asserts all that its title says. */
interface Step {

    String title();

    /** What was found, for the reader of the console; throws when something does not hold. */
    List<String> take(Journey journey) throws Exception;
}
