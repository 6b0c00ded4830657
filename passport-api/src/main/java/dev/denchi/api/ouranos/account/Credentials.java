package dev.denchi.api.ouranos.account;

import dev.denchi.api.ouranos.wire.Body;
import dev.denchi.api.ouranos.wire.Refusal;
import dev.denchi.api.ouranos.wire.Source;
import dev.denchi.model.ouranos.PasswordInput;

/** Bodies of signing in, judged as published. */
record Credentials(String first, String second) {

    static Credentials login(byte[] body) {
        Body login = Body.object(body, Source.AUTH);
        PasswordInput input =
                new PasswordInput("operatorAccountId", login.text("operatorAccountId"), login.text("accountPassword"));
        input.loginFaults().ifPresent(Credentials::refuse);
        return new Credentials(input.text(), input.password());
    }

    static String refresh(byte[] body) {
        PasswordInput input =
                new PasswordInput("refreshToken", Body.object(body, Source.AUTH).text("refreshToken"), null);
        input.faults().ifPresent(Credentials::refuse);
        return input.text();
    }

    static String change(byte[] body) {
        PasswordInput input =
                new PasswordInput("newPassword", Body.object(body, Source.AUTH).text("newPassword"), null);
        input.newPasswordFaults().ifPresent(Credentials::refuse);
        return input.text();
    }

    private static void refuse(String faults) {
        throw Refusal.validation(Source.AUTH, faults);
    }
}
