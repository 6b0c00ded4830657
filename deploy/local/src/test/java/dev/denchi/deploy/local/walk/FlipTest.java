package dev.denchi.deploy.local.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class FlipTest {

    private static final String TOKEN = "hhh.ppp.sss~ddd~eee~";

    @Test
    void changes_one_character_of_the_chosen_part() {
        assertEquals("hAh.ppp.sss~ddd~eee~", Flip.onePlace(TOKEN, 0));
        assertEquals("hhh.pAp.sss~ddd~eee~", Flip.onePlace(TOKEN, 1));
        assertEquals("hhh.ppp.sAs~ddd~eee~", Flip.onePlace(TOKEN, Flip.SIGNATURE));
        assertEquals("hhh.ppp.sss~dAd~eee~", Flip.onePlace(TOKEN, 3));
    }
}
